package org.postroom.domain.skill.http;

import java.net.URI;
import java.util.List;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.skill.Skill;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The skills of the caller's organisation. */
@RestController
@RequestMapping(SkillController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class SkillController {

    static final String PATH = "/api/skills";

    private final Directory<Skill> skills;

    SkillController(Directory<Skill> skills) {
        this.skills = skills;
    }

    @GetMapping
    List<SkillJson> all(SignedInUser user) {
        return skills.all(user).stream().map(SkillJson::of).toList();
    }

    @GetMapping("/{id}")
    SkillJson one(SignedInUser user, @PathVariable String id) {
        return SkillJson.of(skills.get(user, id));
    }

    @PostMapping
    ResponseEntity<SkillJson> create(SignedInUser user, @RequestBody SkillJson skill) {
        var created = skills.create(user, skill.toSkill());
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(SkillJson.of(created));
    }

    @PutMapping("/{id}")
    SkillJson replace(SignedInUser user, @PathVariable String id, @RequestBody SkillJson skill) {
        return SkillJson.of(skills.replace(user, id, skill.versionToReplace(), skill.toSkill()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        skills.remove(user, id);
    }
}
