package org.postroom.outbound.delivery.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.Delivery;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.delivery.DeliveryState;
import org.postroom.outbound.delivery.Ledger;
import org.postroom.outbound.delivery.Outcome;
import org.postroom.outbound.delivery.RecipientState;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.EmailAddress;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the ledger in three tables: the reply, its deliveries (one for each group of recipients with the same domain),
 * and its recipients. Senders take due deliveries without waiting for each other.
 */
@Repository
@InStage(Stage.SEND)
class JdbcLedger implements Ledger {

    private static final String DELIVERY_COLUMNS = """
            select d.route, d.smtp_server_id, d.attempts, d.state, r.domain_id, r.organisation_id, r.reply_id, r.interaction_id, r.message_id,
                r.envelope_sender, r.mail_key, r.dkim_selectors, r.queued_at
            from %s d join outgoing_reply r on r.organisation_id = d.organisation_id and r.reply_id = d.reply_id
            """;

    private static final String TAKEN = """
            taken as (
                update delivery d set state = 'ATTEMPTING', attempts = d.attempts + 1, sender = :sender, held = false
                from due where d.organisation_id = due.organisation_id and d.reply_id = due.reply_id
                    and d.route = due.route
                returning d.*)
            """;
    private static final String BLOCKED = """
            (exists (
                select 1 from sending_organisation o
                where o.organisation_id = d.organisation_id and (o.suspended_because is not null or o.removed))
            or exists (
                select 1 from outgoing_reply named join sending_domain s
                    on s.organisation_id = named.organisation_id and s.domain_id = named.domain_id
                where named.organisation_id = d.organisation_id and named.reply_id = d.reply_id
                    and s.standing <> 'VERIFIED')
            or (d.smtp_server_id is not null and not exists (
                select 1 from smtp_server server
                where server.organisation_id = d.organisation_id and server.smtp_server_id = d.smtp_server_id)))
            """;
    private static final String ONE_SERVER = "the organisation's own server";
    private static final long LOCK = 0x536D747053657276L;

    private final JdbcClient database;

    JdbcLedger(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean knows(String organisationId, String replyId) {
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
                .param("at", at(reply.queuedAt()))
                .param("server", reply.smtpServerId())
                .param("organisation", reply.organisationId())
                .param("reply", reply.replyId())
                .update();
    }

    @Override
    public void addRefused(String organisationId, String replyId, String interactionId, Instant at) {
        database.sql("""
                        insert into outgoing_reply (organisation_id, reply_id, interaction_id, message_id,
                            envelope_sender, mail_key, dkim_selectors, queued_at, ended)
                        values (:organisation, :reply, :interaction, '', '', '', '{}', :at, 'FAILED')
                        """)
                .param("organisation", organisationId)
                .param("reply", replyId)
                .param("interaction", interactionId)
                .param("at", at(at))
                .update();
    }

    @Override
    @Transactional
    public List<Delivery> claim(String sender, Instant now, int most) {
        return database
                .sql("""
                        with due as (
                            select d.organisation_id, d.reply_id, d.route from delivery d
                            where d.state in ('QUEUED', 'DEFERRED') and d.due_at <= :now and d.smtp_server_id is null
                                and not
                        """ + BLOCKED + """
                            order by d.due_at limit :most for update of d skip locked),
                        """ + TAKEN + DELIVERY_COLUMNS.formatted("taken"))
                .param("now", at(now))
                .param("most", most)
                .param("sender", sender)
                .query((row, number) -> delivery(row))
                .list()
                .stream()
                .map(this::withRecipients)
                .toList();
    }

    @Override
    @Transactional
    public List<Delivery> claimThroughServers(String sender, Instant now, int most) {
        boolean any =
                database.sql("""
                        select exists (select 1 from delivery where state in ('QUEUED', 'DEFERRED') and due_at <= :now
                            and smtp_server_id is not null)
                        """).param("now", at(now)).query(Boolean.class).single();
        if (!any) {
            return List.of();
        }
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .list();
        return database
                .sql("""
                        with busy as (
                            select organisation_id, smtp_server_id, count(*) as connections from delivery
                            where state in ('ATTEMPTING', 'HANDING_OVER') and smtp_server_id is not null
                            group by organisation_id, smtp_server_id),
                        ranked as (
                            select d.organisation_id, d.reply_id, d.route, d.smtp_server_id, d.due_at, row_number() over (
                                partition by d.organisation_id, d.smtp_server_id order by d.due_at) as place
                            from delivery d
                            where d.state in ('QUEUED', 'DEFERRED') and d.due_at <= :now
                                and d.smtp_server_id is not null and not
                        """ + BLOCKED + """
                            ),
                        due as (
                            select ranked.organisation_id, ranked.reply_id, ranked.route from ranked
                            join smtp_server s on s.organisation_id = ranked.organisation_id
                                and s.smtp_server_id = ranked.smtp_server_id
                            left join busy on busy.organisation_id = ranked.organisation_id
                                and busy.smtp_server_id = ranked.smtp_server_id
                            where ranked.place + coalesce(busy.connections, 0) <= s.connection_limit
                            order by ranked.due_at limit :most),
                        """ + TAKEN + DELIVERY_COLUMNS.formatted("taken"))
                .param("now", at(now))
                .param("most", most)
                .param("sender", sender)
                .query((row, number) -> delivery(row))
                .list()
                .stream()
                .map(this::withRecipients)
                .toList();
    }

    @Override
    public void hold(Instant now, Instant nextTurn) {
        database.sql("""
                        update delivery d set due_at = :next, held = true
                        where d.state in ('QUEUED', 'DEFERRED') and d.due_at <= :now and
                        """ + BLOCKED)
                .param("next", at(nextTurn))
                .param("now", at(now))
                .update();
    }

    @Override
    public void wake(String organisationId, Instant now) {
        database.sql("""
                        update delivery set due_at = :now where organisation_id = :organisation
                            and state in ('QUEUED', 'DEFERRED') and held
                        """)
                .param("now", at(now))
                .param("organisation", organisationId)
                .update();
        database.sql("""
                        update delivery d set smtp_server_id = s.smtp_server_id
                        from outgoing_reply r join sending_domain s
                            on s.organisation_id = r.organisation_id and s.domain_id = r.domain_id
                        where d.organisation_id = :organisation and d.state in ('QUEUED', 'DEFERRED')
                            and r.organisation_id = d.organisation_id and r.reply_id = d.reply_id
                            and d.smtp_server_id is not null and s.sending_way = 'CUSTOM_SMTP'
                            and s.smtp_server_id <> d.smtp_server_id
                        """).param("organisation", organisationId).update();
    }

    @Override
    public List<OutgoingReply> queuedBefore(Instant time) {
        return database.sql("""
                        select * from outgoing_reply r where queued_at < :time and exists (
                            select 1 from delivery d
                            where d.organisation_id = r.organisation_id and d.reply_id = r.reply_id
                                and d.state in ('QUEUED', 'DEFERRED') and d.held)
                        """)
                .param("time", at(time))
                .query((row, number) -> reply(row, null))
                .list();
    }

    @Override
    public List<OutgoingReply> ofDomain(String organisationId, String domainId) {
        return database.sql("""
                        select * from outgoing_reply
                        where organisation_id = :organisation and domain_id = :domain and ended = 'OPEN'
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .query((row, number) -> reply(row, null))
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
    public void removeOrganisation(String organisationId) {
        for (String table : List.of("delivery_recipient", "delivery", "outgoing_reply")) {
            database.sql("delete from " + table + " where organisation_id = :organisation")
                    .param("organisation", organisationId)
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
                .param("organisation", delivery.reply().organisationId())
                .param("reply", delivery.reply().replyId())
                .param("route", delivery.route())
                .param("attempt", delivery.attempt())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("expected this attempt to be the present one, but another took its place");
        }
    }

    @Override
    public End lock(String organisationId, String replyId) {
        return database.sql("""
                        select ended from outgoing_reply
                        where organisation_id = :organisation and reply_id = :reply for update
                        """)
                .param("organisation", organisationId)
                .param("reply", replyId)
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
                .param("due", due == null ? null : at(due))
                .param("reason", row.reason())
                .param("organisation", delivery.reply().organisationId())
                .param("reply", delivery.reply().replyId())
                .param("route", delivery.route())
                .param("attempt", delivery.attempt())
                .update();
        if (changed == 1) {
            outcomes.forEach((address, outcome) -> record(delivery, address, outcome));
        }
    }

    @Override
    public List<RecipientState> recipients(String organisationId, String replyId) {
        return database.sql("""
                        select address, visible, outcome, server, answer, enhanced_status from delivery_recipient
                        where organisation_id = :organisation and reply_id = :reply order by position
                        """)
                .param("organisation", organisationId)
                .param("reply", replyId)
                .query((row, number) ->
                        new RecipientState(row.getString("address"), row.getBoolean("visible"), OutcomeRow.read(row)))
                .list();
    }

    @Override
    public void end(String organisationId, String replyId, End end) {
        reply("update outgoing_reply set ended = '" + end.name() + "'", organisationId, replyId)
                .update();
    }

    @Override
    public void beat(String sender) {
        database.sql("""
                        insert into sender (sender, seen_at) values (:sender, now())
                        on conflict (sender) do update set seen_at = excluded.seen_at
                        """).param("sender", sender).update();
    }

    @Override
    public List<Abandoned> abandoned(Duration lease) {
        return database
                .sql(DELIVERY_COLUMNS.formatted("delivery") + """
                        left join sender s on s.sender = d.sender
                        where d.state in ('ATTEMPTING', 'HANDING_OVER')
                            and coalesce(s.seen_at, '-infinity') < now() - make_interval(secs => :lease)
                        """)
                .param("lease", lease.toMillis() / 1000.0)
                .query((row, number) ->
                        new Abandoned(delivery(row), row.getString("state").equals("HANDING_OVER")))
                .list()
                .stream()
                .map(found -> new Abandoned(withRecipients(found.delivery()), found.handedOver()))
                .toList();
    }

    private Delivery withRecipients(Delivery delivery) {
        List<EmailAddress> recipients = database.sql("""
                        select address from delivery_recipient
                        where organisation_id = :organisation and reply_id = :reply and route = :route
                            and coalesce(outcome, 'DEFERRED') = 'DEFERRED'
                        order by position
                        """)
                .param("organisation", delivery.reply().organisationId())
                .param("reply", delivery.reply().replyId())
                .param("route", delivery.route())
                .query((row, number) -> EmailAddress.of(row.getString("address")))
                .list();
        return new Delivery(
                delivery.reply(), delivery.route(), delivery.smtpServerId(), delivery.attempt(), recipients);
    }

    private void insert(OutgoingReply reply, End end) {
        database.sql("""
                        insert into outgoing_reply (organisation_id, reply_id, interaction_id, message_id,
                            envelope_sender, mail_key, dkim_selectors, domain_id, queued_at, ended)
                        values (:organisation, :reply, :interaction, :messageId, :sender, :key, :selectors, :domain, :at,
                            :ended)
                        """)
                .param("organisation", reply.organisationId())
                .param("reply", reply.replyId())
                .param("interaction", reply.interactionId())
                .param("messageId", reply.messageId())
                .param("sender", reply.envelopeSender().value())
                .param("key", reply.mailKey())
                .param("selectors", reply.dkimSelectors().toArray(String[]::new))
                .param("domain", reply.domainId())
                .param("at", at(reply.queuedAt()))
                .param("ended", end.name())
                .update();
    }

    private void insert(OutgoingReply reply, int position, Addressee recipient) {
        EmailAddress address = recipient.mailbox().address();
        database.sql("""
                        insert into delivery_recipient (organisation_id, reply_id, position, route, address, visible)
                        values (:organisation, :reply, :position, :route, :address, :visible)
                        """)
                .param("organisation", reply.organisationId())
                .param("reply", reply.replyId())
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
                .param("organisation", delivery.reply().organisationId())
                .param("reply", delivery.reply().replyId())
                .param("address", address.value())
                .update();
    }

    private JdbcClient.StatementSpec reply(String sql, OutgoingReply reply) {
        return database.sql(sql).param("organisation", reply.organisationId()).param("reply", reply.replyId());
    }

    private JdbcClient.StatementSpec reply(String sql, String organisationId, String replyId) {
        return database.sql(sql + " where organisation_id = :organisation and reply_id = :reply")
                .param("organisation", organisationId)
                .param("reply", replyId);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        @Nullable String server = row.getString("smtp_server_id");
        return new Delivery(reply(row, server), row.getString("route"), server, row.getInt("attempts"), List.of());
    }

    private static OutgoingReply reply(ResultSet row, @Nullable String smtpServerId) throws SQLException {
        return new OutgoingReply(
                row.getString("organisation_id"),
                row.getString("reply_id"),
                row.getString("interaction_id"),
                row.getString("message_id"),
                EmailAddress.of(row.getString("envelope_sender")),
                row.getString("mail_key"),
                List.of((String[]) row.getArray("dkim_selectors").getArray()),
                row.getString("domain_id"),
                smtpServerId,
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A state as columns. */
    private record StateRow(
            String state, @Nullable Instant dueAt, @Nullable String reason) {

        static StateRow of(DeliveryState state) {
            return switch (state) {
                case DeliveryState.Queued queued -> new StateRow("QUEUED", queued.dueAt(), null);
                case DeliveryState.Attempting _ -> new StateRow("ATTEMPTING", null, null);
                case DeliveryState.HandingOver _ -> new StateRow("HANDING_OVER", null, null);
                case DeliveryState.Deferred deferred -> new StateRow("DEFERRED", deferred.dueAt(), deferred.reason());
                case DeliveryState.Sent _ -> new StateRow("SENT", null, null);
                case DeliveryState.Failed _ -> new StateRow("FAILED", null, null);
                case DeliveryState.Uncertain _ -> new StateRow("UNCERTAIN", null, null);
            };
        }
    }
}
