package org.postroom.domain.skill.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.skill.Skill;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The skills of the caller's organisation. */
@RestController
@RequestMapping(SkillController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class SkillController extends EntryController<Skill, SkillJson> {

    static final String PATH = "/api/skills";

    private final Directory<Skill> skills;

    SkillController(Directory<Skill> skills) {
        super(skills, SkillJson::of);
        this.skills = skills;
    }

    @PostMapping
    ResponseEntity<SkillJson> create(SignedInUser user, @RequestBody SkillJson skill) {
        return created(PATH, skills.create(user, skill.toSkill()));
    }

    @PutMapping("/{id}")
    SkillJson replace(SignedInUser user, @PathVariable String id, @RequestBody SkillJson skill) {
        return shown(skills.replace(user, id, versionOf(skill.version()), skill.toSkill()));
    }
}
