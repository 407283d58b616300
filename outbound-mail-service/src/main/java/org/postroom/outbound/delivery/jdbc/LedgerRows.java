package org.postroom.outbound.delivery.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.Delivery;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads deliveries and their replies out of the ledger's tables. */
final class LedgerRows {

    static final String DELIVERY_COLUMNS = """
            select d.route, d.smtp_server_id, d.attempts, d.state, r.domain_id, r.organisation_id, r.reply_id, r.interaction_id, r.message_id,
                r.envelope_sender, r.mail_key, r.dkim_selectors, r.queued_at
            from %s d join outgoing_reply r on r.organisation_id = d.organisation_id and r.reply_id = d.reply_id
            """;

    private final JdbcClient database;

    LedgerRows(JdbcClient database) {
        this.database = database;
    }

    /** The delivery with the recipients that have no final answer yet. */
    Delivery withRecipients(Delivery delivery) {
        List<EmailAddress> recipients = database.sql("""
                        select address from delivery_recipient
                        where organisation_id = :organisation and reply_id = :reply and route = :route
                            and coalesce(outcome, 'DEFERRED') = 'DEFERRED'
                        order by position
                        """)
                .param("organisation", delivery.reply().organisationId().value())
                .param("reply", delivery.reply().replyId().value())
                .param("route", delivery.route())
                .query((row, number) -> EmailAddress.of(row.getString("address")))
                .list();
        return new Delivery(
                delivery.reply(), delivery.route(), delivery.smtpServerId(), delivery.attempt(), recipients);
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        @Nullable String server = row.getString("smtp_server_id");
        return new Delivery(reply(row, server), row.getString("route"), server, row.getInt("attempts"), List.of());
    }

    static OutgoingReply reply(ResultSet row, @Nullable String smtpServerId) throws SQLException {
        return new OutgoingReply(
                new OrganisationId(row.getString("organisation_id")),
                new ReplyId(row.getString("reply_id")),
                new InteractionId(row.getString("interaction_id")),
                row.getString("message_id"),
                EmailAddress.of(row.getString("envelope_sender")),
                row.getString("mail_key"),
                List.of((String[]) row.getArray("dkim_selectors").getArray()),
                domain(row.getString("domain_id")),
                smtpServerId,
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable DomainId domain(@Nullable String id) {
        return id == null ? null : new DomainId(id);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
