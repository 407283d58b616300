package org.postroom.console.assignment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.console.assignment.Assignment;
import org.postroom.console.assignment.Assignments;
import org.postroom.console.assignment.Candidate;
import org.postroom.console.assignment.Candidate.WantedSkill;
import org.postroom.console.assignment.Score;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was decided out of the events themselves, which the timeline keeps, and who they speak of out of the directory. */
@Component
class JdbcAssignments implements Assignments {

    /** What an organisation's events say stands in one partition, so the last of them is the one with the highest offset. */
    private static final String NEWEST = """
            select event, occurred_at, details from timeline
            where organisation_id = :organisation and interaction_id = :interaction
                and event in ('InteractionQueued', 'InteractionOffered')
            order by log_offset desc limit 1
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    private record Decided(boolean offer, Instant at, JsonNode details) {}

    JdbcAssignments(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Optional<Assignment> newest(String organisationId, String interactionId) {
        return database.sql(NEWEST)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> decided(row))
                .optional()
                .map(decided -> assignment(organisationId, decided));
    }

    private Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                row.getString("event").equals("InteractionOffered"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                json.readTree(row.getString("details")));
    }

    private Assignment assignment(String organisationId, Decided decided) {
        var details = decided.details();
        var candidates = details.path("candidates");
        var agents = names(
                "select agent_id, name from agent where organisation_id = :organisation and agent_id in (:ids)",
                organisationId,
                StreamSupport.stream(candidates.spliterator(), false)
                        .map(candidate -> candidate.path("agentId").asString(""))
                        .toList());
        var skills = names(
                "select skill_id, name from skill where organisation_id = :organisation and skill_id in (:ids)",
                organisationId,
                candidates.findValuesAsString("skillId"));
        return new Assignment(
                decided.at(),
                decided.offer() ? details.path("agentId").asString("") : null,
                details.path("cause").asString("UNKNOWN"),
                new Score(
                        details.path("score").path("priority").asInt(0),
                        details.path("score").path("minutesWaited").asDouble(0)),
                StreamSupport.stream(candidates.spliterator(), false)
                        .map(candidate -> candidate(candidate, agents, skills))
                        .toList(),
                details.path("furtherCandidates").asInt(0));
    }

    private static Candidate candidate(JsonNode candidate, Map<String, String> agents, Map<String, String> skills) {
        var agentId = candidate.path("agentId").asString("");
        var idleSince = candidate.path("idleSince");
        var levels = candidate.path("skillLevels");
        return new Candidate(
                agentId,
                agents.getOrDefault(agentId, agentId),
                texts(candidate.path("obstacles")),
                StreamSupport.stream(candidate.path("missingSkills").spliterator(), false)
                        .map(skill -> skill(skill, skills))
                        .toList(),
                texts(candidate.path("languages")),
                candidate.path("status").asString("UNKNOWN"),
                candidate.path("load").asInt(0),
                candidate.path("capacity").asInt(0),
                idleSince.isString() ? Instant.parse(idleSince.asString()) : null,
                levels.isNumber() ? (@Nullable Integer) levels.asInt() : null);
    }

    private static WantedSkill skill(JsonNode skill, Map<String, String> names) {
        var skillId = skill.path("skillId").asString("");
        return new WantedSkill(
                names.getOrDefault(skillId, skillId), skill.path("proficiency").asInt(0));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(text -> text.asString(""))
                .toList();
    }

    private Map<String, String> names(String sql, String organisationId, List<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql(sql)
                    .param("organisation", organisationId)
                    .param("ids", ids)
                    .query(row -> {
                        names.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), row.getString(1)));
                    });
        }
        return names;
    }
}
