package org.postroom.outbound.waiting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.postroom.outbound.stage.Stage;
import org.postroom.outbound.waiting.Ticket;
import org.postroom.outbound.waiting.Waiting;
import org.postroom.outbound.waiting.WaitingRoom;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.postroom.runtime.text.StorableText;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps each waiting reply as a row, with all that its stage needs to go on.
 *
 * @param <W> the reply as the stage knows it
 */
public final class JdbcWaitingRoom<W> implements WaitingRoom<W> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ONE = " where stage = :stage and organisation_id = :organisation and reply_id = :reply";

    private final JdbcClient database;
    private final Stage stage;
    private final Class<W> type;

    /**
     * Opens the room of a stage.
     *
     * @param type the reply as the stage knows it, a record that JSON can hold
     */
    public JdbcWaitingRoom(JdbcClient database, Stage stage, Class<W> type) {
        this.database = database;
        this.stage = stage;
        this.type = type;
    }

    @Override
    public boolean occupied(Ticket ticket) {
        return database.sql("""
                        select count(*) from waiting_reply
                        where stage = :stage and organisation_id = :organisation and interaction_id = :interaction
                        """)
                        .param("stage", stage.name())
                        .param("organisation", ticket.organisationId().value())
                        .param("interaction", ticket.interactionId().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void add(Waiting<W> waiting) {
        database.sql("""
                        insert into waiting_reply (stage, organisation_id, interaction_id, reply_id, reply, since, held,
                            reason, due_at)
                        values (:stage, :organisation, :interaction, :reply, :content::jsonb, :since, :held, :reason, :due)
                        on conflict (stage, organisation_id, reply_id) do nothing
                        """)
                .param("stage", stage.name())
                .param("organisation", waiting.ticket().organisationId().value())
                .param("interaction", waiting.ticket().interactionId().value())
                .param("reply", waiting.ticket().replyId().value())
                .param("content", StorableText.json(JSON.writeValueAsString(waiting.reply())))
                .param("since", at(waiting.since()))
                .param("held", waiting.held())
                .param("reason", waiting.reason())
                .param("due", at(waiting.nextTurn()))
                .update();
    }

    @Override
    public List<Ticket> due(Instant now, int most) {
        return database.sql("""
                        select organisation_id, interaction_id, reply_id from waiting_reply due
                        where stage = :stage and due_at <= :now and not exists (
                            select 1 from waiting_reply earlier
                            where earlier.stage = due.stage and earlier.organisation_id = due.organisation_id
                                and earlier.interaction_id = due.interaction_id and earlier.position < due.position)
                        order by due_at limit :most
                        """)
                .param("stage", stage.name())
                .param("now", at(now))
                .param("most", most)
                .query((row, number) -> ticket(row))
                .list();
    }

    @Override
    public Optional<Waiting<W>> lock(Ticket ticket) {
        return one("select * from waiting_reply" + ONE + " for update skip locked", ticket)
                .query((row, number) -> waiting(row))
                .optional();
    }

    @Override
    public void update(Waiting<W> waiting) {
        one("update waiting_reply set held = :held, reason = :reason, due_at = :due" + ONE, waiting.ticket())
                .param("held", waiting.held())
                .param("reason", waiting.reason())
                .param("due", at(waiting.nextTurn()))
                .update();
    }

    @Override
    public void postpone(Ticket ticket, Instant nextTurn) {
        one("update waiting_reply set due_at = :due" + ONE, ticket)
                .param("due", at(nextTurn))
                .update();
    }

    @Override
    public void remove(Ticket ticket) {
        one("delete from waiting_reply" + ONE, ticket).update();
    }

    @Override
    public List<Waiting<W>> of(OrganisationId organisationId) {
        return database.sql("""
                        select * from waiting_reply where stage = :stage and organisation_id = :organisation
                        order by position
                        """)
                .param("stage", stage.name())
                .param("organisation", organisationId.value())
                .query((row, number) -> waiting(row))
                .list();
    }

    @Override
    public void wake(OrganisationId organisationId, Instant now) {
        database.sql("""
                        update waiting_reply set due_at = :now
                        where stage = :stage and organisation_id = :organisation and due_at > :now
                        """)
                .param("now", at(now))
                .param("stage", stage.name())
                .param("organisation", organisationId.value())
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, Ticket ticket) {
        return database.sql(sql)
                .param("stage", stage.name())
                .param("organisation", ticket.organisationId().value())
                .param("reply", ticket.replyId().value());
    }

    private Waiting<W> waiting(ResultSet row) throws SQLException {
        return new Waiting<>(
                ticket(row),
                JSON.readValue(row.getString("reply"), type),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getBoolean("held"),
                row.getString("reason"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                new OrganisationId(row.getString("organisation_id")),
                new InteractionId(row.getString("interaction_id")),
                new ReplyId(row.getString("reply_id")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
