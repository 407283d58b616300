package org.postroom.console.timeline.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.timeline.TimelineEvent;
import org.postroom.console.timeline.Timelines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcTimelines implements Timelines {

    private static final TypeReference<Map<String, @Nullable Object>> DETAILS = new TypeReference<>() {};

    private static final String EVENTS = """
            select event, occurred_at, topic, partition, log_offset, details from timeline
            where organisation_id = :organisation
            and exists (
                select 1 from interaction where organisation_id = :organisation and interaction_id = :interaction)
            and (interaction_id = :interaction or email_id in (
                select email_id from email where organisation_id = :organisation and interaction_id = :interaction))
            order by occurred_at, topic, partition, log_offset
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcTimelines(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<TimelineEvent> of(String organisationId, String interactionId) {
        return database.sql(EVENTS)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> event(row))
                .list();
    }

    private TimelineEvent event(ResultSet row) throws SQLException {
        return new TimelineEvent(
                row.getString("event"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("log_offset"),
                json.readValue(row.getString("details"), DETAILS));
    }
}
