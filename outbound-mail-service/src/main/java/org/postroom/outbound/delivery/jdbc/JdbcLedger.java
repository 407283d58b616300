package org.postroom.outbound.delivery.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.Delivery;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.delivery.DeliveryState;
import org.postroom.outbound.delivery.Ledger;
import org.postroom.outbound.delivery.Outcome;
import org.postroom.outbound.delivery.RecipientState;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the ledger in three tables: the reply, its deliveries (one for each group of recipients with the same domain),
 * and its recipients. Senders take due deliveries without waiting for each other.
 */
@Repository
@InStage(Stage.SEND)
class JdbcLedger implements Ledger {

    private static final String ONE_SERVER = "the organisation's own server";

    private final JdbcClient database;
    private final LedgerRows rows;

    JdbcLedger(JdbcClient database) {
        this.database = database;
        this.rows = new LedgerRows(database);
    }

    @Override
    public boolean knows(OrganisationId organisationId, ReplyId replyId) {
        return reply("select count(*) from outgoing_reply", organisationId, replyId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void add(OutgoingReply reply, List<Addressee> recipients) {
        insert(reply, End.OPEN);
        for (int position = 0; position < recipients.size(); position++) {
            insert(reply, position, recipients.get(position));
        }
        database.sql("""
                        insert into delivery (organisation_id, reply_id, route, state, attempts, due_at, smtp_server_id)
                        select distinct organisation_id, reply_id, route, 'QUEUED', 0, :at::timestamptz, :server
                        from delivery_recipient where organisation_id = :organisation and reply_id = :reply
                        """)
                .param("at", LedgerRows.at(reply.queuedAt()))
                .param("server", reply.smtpServerId())
                .param("organisation", reply.organisationId().value())
                .param("reply", reply.replyId().value())
                .update();
    }

    @Override
    public void addRefused(OrganisationId organisationId, ReplyId replyId, InteractionId interactionId, Instant at) {
        database.sql("""
                        insert into outgoing_reply (organisation_id, reply_id, interaction_id, message_id,
                            envelope_sender, mail_key, dkim_selectors, queued_at, ended)
                        values (:organisation, :reply, :interaction, '', '', '', '{}', :at, 'FAILED')
                        """)
                .param("organisation", organisationId.value())
                .param("reply", replyId.value())
                .param("interaction", interactionId.value())
                .param("at", LedgerRows.at(at))
                .update();
    }

    @Override
    public List<OutgoingReply> queuedBefore(Instant time) {
        return database.sql("""
                        select * from outgoing_reply r where queued_at < :time and exists (
                            select 1 from delivery d
                            where d.organisation_id = r.organisation_id and d.reply_id = r.reply_id
                                and d.state in ('QUEUED', 'DEFERRED') and d.held)
                        """)
                .param("time", LedgerRows.at(time))
                .query((row, number) -> LedgerRows.reply(row, null))
                .list();
    }

    @Override
    public List<OutgoingReply> ofDomain(OrganisationId organisationId, DomainId domainId) {
        return database.sql("""
                        select * from outgoing_reply
                        where organisation_id = :organisation and domain_id = :domain and ended = 'OPEN'
                        """)
                .param("organisation", organisationId.value())
                .param("domain", domainId.value())
                .query((row, number) -> LedgerRows.reply(row, null))
                .list();
    }

    @Override
    public void refuse(OutgoingReply reply, String enhancedStatus, String reason) {
        reply("""
                        update delivery_recipient r set outcome = 'REFUSED', enhanced_status = :status, answer = :reason
                        from (select route from delivery where organisation_id = :organisation and reply_id = :reply
                            and state in ('QUEUED', 'DEFERRED')) waiting
                        where r.route = waiting.route and coalesce(r.outcome, 'DEFERRED') = 'DEFERRED'
                            and r.organisation_id = :organisation and r.reply_id = :reply
                        """, reply)
                .param("status", enhancedStatus)
                .param("reason", reason)
                .update();
        reply("""
                        update delivery set state = 'FAILED', reason = :reason
                        where organisation_id = :organisation and reply_id = :reply and state in ('QUEUED', 'DEFERRED')
                        """, reply).param("reason", reason).update();
    }

    @Override
    public void removeOrganisation(OrganisationId organisationId) {
        for (String table : List.of("delivery_recipient", "delivery", "outgoing_reply")) {
            database.sql("delete from " + table + " where organisation_id = :organisation")
                    .param("organisation", organisationId.value())
                    .update();
        }
    }

    @Override
    public void handOver(Delivery delivery) {
        int changed = database.sql("""
                        update delivery set state = 'HANDING_OVER'
                        where organisation_id = :organisation and reply_id = :reply and route = :route
                            and state = 'ATTEMPTING' and attempts = :attempt
                        """)
                .param("organisation", delivery.reply().organisationId().value())
                .param("reply", delivery.reply().replyId().value())
                .param("route", delivery.route())
                .param("attempt", delivery.attempt())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("expected this attempt to be the present one, but another took its place");
        }
    }

    @Override
    public End lock(OrganisationId organisationId, ReplyId replyId) {
        return database.sql("""
                        select ended from outgoing_reply
                        where organisation_id = :organisation and reply_id = :reply for update
                        """)
                .param("organisation", organisationId.value())
                .param("reply", replyId.value())
                .query((row, number) -> End.valueOf(row.getString("ended")))
                .single();
    }

    @Override
    public void record(Delivery delivery, DeliveryState state, Map<EmailAddress, Outcome> outcomes) {
        var row = StateRow.of(state);
        Instant due = row.dueAt();
        int changed = database.sql("""
                        update delivery set state = :state, due_at = coalesce(:due, due_at), reason = :reason
                        where organisation_id = :organisation and reply_id = :reply and route = :route
                            and attempts = :attempt
                        """)
                .param("state", row.state())
                .param("due", due == null ? null : LedgerRows.at(due))
                .param("reason", row.reason())
                .param("organisation", delivery.reply().organisationId().value())
                .param("reply", delivery.reply().replyId().value())
                .param("route", delivery.route())
                .param("attempt", delivery.attempt())
                .update();
        if (changed == 1) {
            outcomes.forEach((address, outcome) -> record(delivery, address, outcome));
        }
    }

    @Override
    public List<RecipientState> recipients(OrganisationId organisationId, ReplyId replyId) {
        return database.sql("""
                        select address, visible, outcome, server, answer, enhanced_status from delivery_recipient
                        where organisation_id = :organisation and reply_id = :reply order by position
                        """)
                .param("organisation", organisationId.value())
                .param("reply", replyId.value())
                .query((row, number) ->
                        new RecipientState(row.getString("address"), row.getBoolean("visible"), OutcomeRow.read(row)))
                .list();
    }

    @Override
    public void end(OrganisationId organisationId, ReplyId replyId, End end) {
        reply("update outgoing_reply set ended = '" + end.name() + "'", organisationId, replyId)
                .update();
    }

    @Override
    public List<Abandoned> abandoned(Duration lease) {
        return database
                .sql(LedgerRows.DELIVERY_COLUMNS.formatted("delivery") + """
                        left join sender s on s.sender = d.sender
                        where d.state in ('ATTEMPTING', 'HANDING_OVER')
                            and coalesce(s.seen_at, '-infinity') < now() - make_interval(secs => :lease)
                        """)
                .param("lease", lease.toMillis() / 1000.0)
                .query((row, number) -> new Abandoned(
                        LedgerRows.delivery(row), row.getString("state").equals("HANDING_OVER")))
                .list()
                .stream()
                .map(found -> new Abandoned(rows.withRecipients(found.delivery()), found.handedOver()))
                .toList();
    }

    private void insert(OutgoingReply reply, End end) {
        database.sql("""
                        insert into outgoing_reply (organisation_id, reply_id, interaction_id, message_id,
                            envelope_sender, mail_key, dkim_selectors, domain_id, queued_at, ended)
                        values (:organisation, :reply, :interaction, :messageId, :sender, :key, :selectors, :domain, :at,
                            :ended)
                        """)
                .param("organisation", reply.organisationId().value())
                .param("reply", reply.replyId().value())
                .param("interaction", reply.interactionId().value())
                .param("messageId", reply.messageId())
                .param("sender", reply.envelopeSender().value())
                .param("key", reply.mailKey())
                .param("selectors", reply.dkimSelectors().toArray(String[]::new))
                .param(
                        "domain",
                        Optional.ofNullable(reply.domainId())
                                .map(DomainId::value)
                                .orElse(null))
                .param("at", LedgerRows.at(reply.queuedAt()))
                .param("ended", end.name())
                .update();
    }

    private void insert(OutgoingReply reply, int position, Addressee recipient) {
        EmailAddress address = recipient.mailbox().address();
        database.sql("""
                        insert into delivery_recipient (organisation_id, reply_id, position, route, address, visible)
                        values (:organisation, :reply, :position, :route, :address, :visible)
                        """)
                .param("organisation", reply.organisationId().value())
                .param("reply", reply.replyId().value())
                .param("position", position)
                .param("route", reply.smtpServerId() == null ? address.domain() : ONE_SERVER)
                .param("address", address.value())
                .param("visible", recipient.visible())
                .update();
    }

    private void record(Delivery delivery, EmailAddress address, Outcome outcome) {
        var row = OutcomeRow.of(outcome);
        database.sql("""
                        update delivery_recipient set outcome = :outcome, server = :server, answer = :answer,
                            enhanced_status = :status
                        where organisation_id = :organisation and reply_id = :reply and address = :address
                        """)
                .param("outcome", row.outcome())
                .param("server", row.server())
                .param("answer", row.answer())
                .param("status", row.enhancedStatus())
                .param("organisation", delivery.reply().organisationId().value())
                .param("reply", delivery.reply().replyId().value())
                .param("address", address.value())
                .update();
    }

    private JdbcClient.StatementSpec reply(String sql, OutgoingReply reply) {
        return database.sql(sql)
                .param("organisation", reply.organisationId().value())
                .param("reply", reply.replyId().value());
    }

    private JdbcClient.StatementSpec reply(String sql, OrganisationId organisationId, ReplyId replyId) {
        return database.sql(sql + " where organisation_id = :organisation and reply_id = :reply")
                .param("organisation", organisationId.value())
                .param("reply", replyId.value());
    }
}
