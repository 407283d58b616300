package org.postroom.console.supervision.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.supervision.AgentLine;
import org.postroom.console.supervision.QueueLine;
import org.postroom.console.supervision.ServiceLevel;
import org.postroom.console.supervision.SupervisionReadModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSupervisionReadModel implements SupervisionReadModel {

    private static final String QUEUES = """
            select q.queue_id, q.name,
                coalesce(i.waiting, 0) as waiting, i.longest_wait, coalesce(i.in_hand, 0) as in_hand,
                (select count(*) from jsonb_array_elements_text(q.member_agent_ids) member(agent_id)
                    join agent_status s on s.organisation_id = q.organisation_id and s.agent_id = member.agent_id
                    where s.status = 'ON_QUEUE') as on_queue,
                jsonb_array_length(q.member_agent_ids) as members,
                coalesce(q.service_level_percent, 0) as wanted, coalesce(q.service_level_seconds, 0) as wanted_within,
                coalesce(taken.due, 0) + coalesce(late.due, 0) as due, coalesce(taken.in_time, 0) as in_time
            from queue q
            left join (
                select queue_id,
                    count(*) filter (where state in ('QUEUED', 'OFFERED')) as waiting,
                    min(waiting_since) filter (where state in ('QUEUED', 'OFFERED')) as longest_wait,
                    count(*) filter (where state = 'HANDLING') as in_hand
                from interaction
                where organisation_id = :organisation and state in ('QUEUED', 'OFFERED', 'HANDLING')
                group by queue_id) i on i.queue_id = q.queue_id
            left join lateral (
                select count(*) as due,
                    count(*) filter (
                        where accepted_at <= waiting_since + q.service_level_seconds * interval '1 second') as in_time
                from interaction t
                where t.organisation_id = q.organisation_id and t.queue_id = q.queue_id and t.accepted_at > :since
                ) taken on true
            left join lateral (
                select count(*) as due from interaction t
                where t.organisation_id = q.organisation_id and t.queue_id = q.queue_id
                    and t.state in ('QUEUED', 'OFFERED')
                    and t.waiting_since < :now - q.service_level_seconds * interval '1 second'
                    and (t.accepted_at is null or t.accepted_at <= :since)
                ) late on true
            where q.organisation_id = :organisation
            order by q.name
            """;

    private static final String AGENTS = """
            select a.agent_id, a.name, coalesce(s.status, 'OFF_QUEUE') as status, s.since, a.email_capacity,
                (select count(*) from interaction i where i.organisation_id = a.organisation_id
                    and i.agent_id = a.agent_id and i.state in ('HANDLING', 'WRAPPING_UP')) as in_hand
            from agent a
            left join agent_status s on s.organisation_id = a.organisation_id and s.agent_id = a.agent_id
            where a.organisation_id = :organisation
            order by a.name
            """;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    JdbcSupervisionReadModel(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<QueueLine> queues(String organisationId) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.sql(QUEUES)
                .param("organisation", organisationId)
                .param("now", now)
                .param("since", now.minus(A_DAY))
                .query((row, number) -> new QueueLine(
                        row.getString("queue_id"),
                        row.getString("name"),
                        row.getInt("waiting"),
                        instant(row, "longest_wait"),
                        row.getInt("in_hand"),
                        row.getInt("on_queue"),
                        row.getInt("members"),
                        new ServiceLevel(
                                row.getInt("wanted"),
                                Duration.ofSeconds(row.getInt("wanted_within")),
                                row.getInt("due"),
                                row.getInt("in_time"))))
                .list();
    }

    @Override
    public List<AgentLine> agents(String organisationId) {
        return database.sql(AGENTS)
                .param("organisation", organisationId)
                .query((row, number) -> new AgentLine(
                        row.getString("agent_id"),
                        row.getString("name"),
                        row.getString("status"),
                        instant(row, "since"),
                        row.getInt("in_hand"),
                        row.getInt("email_capacity")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
