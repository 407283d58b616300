package org.postroom.outbound.bounce.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.postroom.outbound.bounce.DeliveryReport;
import org.postroom.outbound.bounce.SentReplies;
import org.postroom.outbound.bounce.SentReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks replies up in the ledger, and notes there what came back. A recipient without an answer counts, too: a report may be
 * here before the answer of the server that took the mail is recorded.
 */
@Repository
@InStage(Stage.SEND)
class JdbcSentReplies implements SentReplies {

    private static final String TAKEN = "r.visible and coalesce(r.outcome, 'DELIVERED') in ('DELIVERED', 'UNKNOWN')";

    private final JdbcClient database;

    JdbcSentReplies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<SentReply> byMessageId(OrganisationId organisationId, String messageId) {
        return one(organisationId, database.sql("""
                                select reply_id, interaction_id, envelope_sender from outgoing_reply
                                where organisation_id = :organisation and message_id = :id order by queued_at desc limit 1
                                """).param("id", messageId));
    }

    @Override
    public Optional<SentReply> newestTo(OrganisationId organisationId, String address, Instant since) {
        return one(
                organisationId,
                database.sql("""
                                select o.reply_id, o.interaction_id, o.envelope_sender
                                from delivery_recipient r join outgoing_reply o using (organisation_id, reply_id)
                                where organisation_id = :organisation and lower(r.address) = :address
                                    and o.queued_at > :since and
                                """ + TAKEN + " order by o.queued_at desc limit 1")
                        .param("address", address)
                        .param("since", since.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public boolean noteBounce(
            SentReply reply, String recipient, DeliveryReport.Failure failure, String emailId, Instant at) {
        return database.sql("""
                                update delivery_recipient set bounced_at = :at, bounce_status = :status,
                                    bounce_reason = :reason, bounce_email_id = :email
                                where organisation_id = :organisation and reply_id = :reply and address = :address
                                    and bounced_at is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("status", failure.enhancedStatus())
                        .param("reason", failure.reason())
                        .param("email", emailId)
                        .param("organisation", reply.organisationId().value())
                        .param("reply", reply.replyId().value())
                        .param("address", recipient)
                        .update()
                > 0;
    }

    private Optional<SentReply> one(OrganisationId organisationId, JdbcClient.StatementSpec query) {
        return query.param("organisation", organisationId.value())
                .query((row, number) -> new SentReply(
                        organisationId,
                        new ReplyId(row.getString("reply_id")),
                        new InteractionId(row.getString("interaction_id")),
                        row.getString("envelope_sender"),
                        recipients(organisationId, row.getString("reply_id"))))
                .optional();
    }

    private List<String> recipients(OrganisationId organisationId, String replyId) {
        return database.sql("select r.address from delivery_recipient r"
                        + " where r.organisation_id = :organisation and r.reply_id = :reply and " + TAKEN
                        + " order by r.position")
                .param("organisation", organisationId.value())
                .param("reply", replyId)
                .query((row, number) -> String.valueOf(row.getString("address")))
                .list();
    }
}
