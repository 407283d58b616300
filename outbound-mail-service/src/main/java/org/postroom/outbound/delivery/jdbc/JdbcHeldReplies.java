package org.postroom.outbound.delivery.jdbc;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.HeldReplies;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what is held before it is signed, and what was held after that. */
@Repository
@InStage(Stage.SEND)
class JdbcHeldReplies implements HeldReplies {

    private static final String AFTERWARDS =
            "expected a domain that may send and a server to send through, but what was"
                    + " true when the reply was signed has changed since";

    private final JdbcClient database;

    JdbcHeldReplies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<HeldReply> of(OrganisationId organisationId, @Nullable Place behind, int limit) {
        return database.sql("""
                        select * from (
                        select reply_id, interaction_id, reason, since, due_at from waiting_reply
                        where stage = 'SEND' and organisation_id = :organisation and held
                        union all
                        select r.reply_id, r.interaction_id, :afterwards, r.queued_at, min(d.due_at)
                        from outgoing_reply r join delivery d
                            on d.organisation_id = r.organisation_id and d.reply_id = r.reply_id
                        where r.organisation_id = :organisation and d.held and d.state in ('QUEUED', 'DEFERRED')
                        group by r.reply_id, r.interaction_id, r.queued_at
                        ) held
                        where :since::timestamptz is null or (since, reply_id) > (:since, :reply)
                        order by since, reply_id limit :limit
                        """)
                .param("since", behind == null ? null : behind.heldSince().atOffset(ZoneOffset.UTC))
                .param("reply", behind == null ? null : behind.replyId().value())
                .param("limit", limit)
                .param("organisation", organisationId.value())
                .param("afterwards", AFTERWARDS)
                .query((row, number) -> new HeldReply(
                        new ReplyId(row.getString("reply_id")),
                        new InteractionId(row.getString("interaction_id")),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
