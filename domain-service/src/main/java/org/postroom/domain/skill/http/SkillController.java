package org.postroom.domain.skill.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.skill.Skill;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The skills of the caller's organisation. */
@RestController
@RequestMapping(SkillController.PATH)
class SkillController extends DirectoryController<Skill, SkillJson> {

    static final String PATH = "/api/skills";

    SkillController(Directory<Skill> skills, SkillForm form) {
        super(PATH, skills, form);
    }
}
