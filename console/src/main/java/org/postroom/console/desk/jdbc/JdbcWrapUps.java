package org.postroom.console.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.desk.WrapUp;
import org.postroom.console.desk.WrapUps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads it from what the log said of queues, wrap-up codes and interactions. */
@Component
class JdbcWrapUps implements WrapUps {

    private static final String CODES = """
            select n.entity_id, n.name
            from interaction i
            join queue q on q.organisation_id = i.organisation_id and q.queue_id = i.queue_id
            join entry_name n on n.organisation_id = i.organisation_id and n.kind = 'wrap-up-code'
                and jsonb_exists(q.wrap_up_code_ids, n.entity_id)
            where i.organisation_id = :organisation and i.interaction_id = :interaction
            order by lower(n.name)
            """;

    private static final String ASKED = """
            select q.after_call_work, i.wrap_up_code, i.wrap_up_started_at, i.wrap_up_ends_at,
                i.after_call_work_micros
            from interaction i
            join queue q on q.organisation_id = i.organisation_id and q.queue_id = i.queue_id
            where i.organisation_id = :organisation and i.interaction_id = :interaction
            """;

    private final JdbcClient database;

    JdbcWrapUps(JdbcClient database) {
        this.database = database;
    }

    @Override
    public WrapUp of(String organisationId, String interactionId) {
        List<WrapUp.Code> codes = database.sql(CODES)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> new WrapUp.Code(row.getString("entity_id"), row.getString("name")))
                .list();
        return database.sql(ASKED)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .query((row, number) -> new WrapUp(
                        Objects.requireNonNullElse(row.getString("after_call_work"), WrapUp.UNKNOWN.mode()),
                        codes,
                        row.getString("wrap_up_code"),
                        instant(row, "wrap_up_started_at"),
                        instant(row, "wrap_up_ends_at"),
                        micros(row, "after_call_work_micros")))
                .optional()
                .orElse(WrapUp.UNKNOWN);
    }

    private static @Nullable Duration micros(ResultSet row, String column) throws SQLException {
        @Nullable Long micros = row.getObject(column, Long.class);
        return micros == null ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
