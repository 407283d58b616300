package org.postroom.console.administration.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.Entry;
import org.postroom.console.administration.Form;
import org.postroom.console.administration.Names;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of skills. */
@Page
@RequestMapping("/administration/skills")
class SkillController extends EntryPages<Entry.Skill> {

    SkillController(@Qualifier("domainService") ServiceClient domainService, AdministrationReadModel readModel) {
        super(Kind.SKILL, Entry.Skill.class, domainService, readModel);
    }

    @Override
    Entry.Skill blank() {
        return new Entry.Skill(null, null, null);
    }

    @Override
    Entry.Skill read(@Nullable String id, Form form) {
        return new Entry.Skill(id, form.version(), form.text("name"));
    }

    @Override
    List<String> cells(Entry.Skill skill, Names names) {
        return List.of();
    }
}
