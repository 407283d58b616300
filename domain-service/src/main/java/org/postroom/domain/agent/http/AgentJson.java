package org.postroom.domain.agent.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.EntryJson;
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
 * @param roleIds the roles, which give permissions besides those of the sign-in
 */
record AgentJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String displayName,
        @Nullable Integer emailCapacity,
        @Nullable List<RatedSkillJson> skills,
        @Nullable List<String> languages,
        @Nullable List<String> roleIds)
        implements EntryJson {}
