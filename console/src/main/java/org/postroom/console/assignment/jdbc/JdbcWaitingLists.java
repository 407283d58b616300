package org.postroom.console.assignment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postroom.console.assignment.WaitingLine;
import org.postroom.console.assignment.WaitingLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two scores grow alike, so who waits before whom is the same at every moment: by when they wait since, less their head start. */
@Component
class JdbcWaitingLists implements WaitingLists {

    private static final String WAITING = """
            with waiting as (
                select interaction_id, subject, coalesce(nullif(customer_name, ''), customer_address) as customer,
                    coalesce(priority, 0) as priority, waiting_since,
                    row_number() over (order by waiting_since - coalesce(priority, 0) * interval '1 minute',
                        interaction_id) as position
                from interaction
                where organisation_id = :organisation and queue_id = :queue and state = 'QUEUED'
                    and waiting_since is not null)
            select * from waiting
            where :after = '' or position > (select position from waiting where interaction_id = :after)
            order by position limit :limit
            """;

    private static final String STANDING = """
            select count(*) as waiting,
                count(*) filter (where (other.waiting_since - coalesce(other.priority, 0) * interval '1 minute',
                        other.interaction_id)
                    <= (here.waiting_since - coalesce(here.priority, 0) * interval '1 minute',
                        here.interaction_id)) as position,
                (select count(*) from interaction taken where taken.organisation_id = :organisation
                    and taken.queue_id = min(here.queue_id) and taken.accepted_at > :since) as taken
            from interaction here
            join interaction other on other.organisation_id = here.organisation_id and other.queue_id = here.queue_id
                and other.state = 'QUEUED' and other.waiting_since is not null
            where here.organisation_id = :organisation and here.interaction_id = :interaction
                and here.state = 'QUEUED' and here.waiting_since is not null
            """;

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    JdbcWaitingLists(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> queue(String organisationId, String queueId) {
        return database.sql("select name from queue where organisation_id = ? and queue_id = ?")
                .params(organisationId, queueId)
                .query((row, number) -> Objects.requireNonNullElse(row.getString("name"), queueId))
                .optional();
    }

    @Override
    public List<WaitingLine> of(String organisationId, String queueId, String after, int limit) {
        return database.sql(WAITING)
                .param("organisation", organisationId)
                .param("queue", queueId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public Optional<Standing> standing(String organisationId, String interactionId) {
        return database.sql(STANDING)
                .param("organisation", organisationId)
                .param("interaction", interactionId)
                .param("since", clock.instant().minus(AN_HOUR).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Standing(row.getInt("position"), row.getInt("waiting"), row.getInt("taken")))
                .optional()
                .filter(standing -> standing.waiting() > 0);
    }

    private static WaitingLine line(ResultSet row) throws SQLException {
        return new WaitingLine(
                row.getInt("position"),
                row.getString("interaction_id"),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                Objects.requireNonNullElse(row.getString("customer"), ""),
                row.getInt("priority"),
                row.getObject("waiting_since", OffsetDateTime.class).toInstant());
    }
}
