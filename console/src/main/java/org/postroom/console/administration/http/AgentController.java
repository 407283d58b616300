package org.postroom.console.administration.http;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.Entry;
import org.postroom.console.administration.Form;
import org.postroom.console.administration.Names;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of agents. */
@Page
@RequestMapping("/administration/agents")
class AgentController extends EntryPages<Entry.Agent> {

    AgentController(@Qualifier("domainService") ServiceClient domainService, AdministrationReadModel readModel) {
        super(Kind.AGENT, Entry.Agent.class, domainService, readModel);
    }

    @Override
    Entry.Agent blank() {
        return new Entry.Agent(null, null, null, 1, List.of(), List.of());
    }

    @Override
    Entry.Agent read(@Nullable String id, Form form) {
        return new Entry.Agent(
                id == null ? form.text("id") : id,
                form.version(),
                form.text("displayName"),
                form.number("emailCapacity"),
                form.skills(),
                form.listed("languages"));
    }

    @Override
    List<String> cells(Entry.Agent agent, Names names) {
        return List.of(
                String.valueOf(agent.id()),
                String.valueOf(agent.emailCapacity()),
                Objects.requireNonNullElse(agent.skills(), List.<Entry.RatedSkill>of()).stream()
                        .map(skill -> names.skills().getOrDefault(skill.skillId(), skill.skillId()) + " "
                                + skill.proficiency())
                        .collect(Collectors.joining(", ")),
                String.join(", ", Objects.requireNonNullElse(agent.languages(), List.of())));
    }

    @Override
    Answer<Entry.Agent> add(Entry.Agent agent) {
        return put(agent.id() == null ? " " : agent.id(), agent);
    }
}
