package org.postroom.domain.agent.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.EmailCapacity;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Field;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.skill.http.RatedSkillJson;

/**
 * An agent in JSON, the same in requests and answers.
 *
 * @param id the subject of the agent's sign-in; ignored in requests, where the path says it
 * @param version the version; in a change, the one that was read; absent when the agent is added
 * @param displayName the name shown to colleagues
 * @param emailCapacity how many emails at once, 0 to 25; 1 where absent
 * @param skills the skills with their proficiency
 * @param languages the languages spoken, as BCP 47 tags
 */
record AgentJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String displayName,
        @Nullable Integer emailCapacity,
        @Nullable List<RatedSkillJson> skills,
        @Nullable List<String> languages) {

    static AgentJson of(Entry<Agent> entry) {
        Agent agent = entry.value();
        return new AgentJson(
                entry.id(),
                entry.version(),
                agent.displayName().value(),
                agent.emailCapacity().emails(),
                RatedSkillJson.of(agent.skills()),
                agent.languages().stream().map(LanguageTag::value).toList());
    }

    Agent toAgent() {
        return new Agent(
                Field.required("displayName", displayName, Name::new),
                Field.orDefault("emailCapacity", emailCapacity, EmailCapacity.ONE, EmailCapacity::new),
                RatedSkillJson.toSkills(skills),
                Field.each("languages", languages, (path, tag) -> new LanguageTag(tag)));
    }
}
