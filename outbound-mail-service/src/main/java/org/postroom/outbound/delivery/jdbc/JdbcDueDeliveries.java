package org.postroom.outbound.delivery.jdbc;

import java.time.Instant;
import java.util.List;
import org.postroom.outbound.delivery.Delivery;
import org.postroom.outbound.delivery.DueDeliveries;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Senders take due deliveries from the ledger without waiting for each other. */
@Repository
@InStage(Stage.SEND)
class JdbcDueDeliveries implements DueDeliveries {

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

    private static final long LOCK = 0x536D747053657276L;

    private final JdbcClient database;
    private final LedgerRows rows;

    JdbcDueDeliveries(JdbcClient database) {
        this.database = database;
        this.rows = new LedgerRows(database);
    }

    @Override
    @Transactional
    public List<Delivery> claim(String sender, Instant now, int most) {
        return take("""
                        with due as (
                            select d.organisation_id, d.reply_id, d.route from delivery d
                            where d.state in ('QUEUED', 'DEFERRED') and d.due_at <= :now and d.smtp_server_id is null
                                and not
                        """ + BLOCKED + """
                            order by d.due_at limit :most for update of d skip locked),
                        """ + TAKEN + LedgerRows.DELIVERY_COLUMNS.formatted("taken"), sender, now, most);
    }

    @Override
    @Transactional
    public List<Delivery> claimThroughServers(String sender, Instant now, int most) {
        boolean any = database.sql("""
                        select exists (select 1 from delivery where state in ('QUEUED', 'DEFERRED') and due_at <= :now
                            and smtp_server_id is not null)
                        """)
                .param("now", LedgerRows.at(now))
                .query(Boolean.class)
                .single();
        if (!any) {
            return List.of();
        }
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .list();
        return take("""
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
                        """ + TAKEN + LedgerRows.DELIVERY_COLUMNS.formatted("taken"), sender, now, most);
    }

    private List<Delivery> take(String sql, String sender, Instant now, int most) {
        return database
                .sql(sql)
                .param("now", LedgerRows.at(now))
                .param("most", most)
                .param("sender", sender)
                .query((row, number) -> LedgerRows.delivery(row))
                .list()
                .stream()
                .map(rows::withRecipients)
                .toList();
    }

    @Override
    public void hold(Instant now, Instant nextTurn) {
        database.sql("""
                        update delivery d set due_at = :next, held = true
                        where d.state in ('QUEUED', 'DEFERRED') and d.due_at <= :now and
                        """ + BLOCKED)
                .param("next", LedgerRows.at(nextTurn))
                .param("now", LedgerRows.at(now))
                .update();
    }

    @Override
    public void wake(OrganisationId organisationId, Instant now) {
        database.sql("""
                        update delivery set due_at = :now where organisation_id = :organisation
                            and state in ('QUEUED', 'DEFERRED') and held
                        """)
                .param("now", LedgerRows.at(now))
                .param("organisation", organisationId.value())
                .update();
        database.sql("""
                        update delivery d set smtp_server_id = s.smtp_server_id
                        from outgoing_reply r join sending_domain s
                            on s.organisation_id = r.organisation_id and s.domain_id = r.domain_id
                        where d.organisation_id = :organisation and d.state in ('QUEUED', 'DEFERRED')
                            and r.organisation_id = d.organisation_id and r.reply_id = d.reply_id
                            and d.smtp_server_id is not null and s.sending_way = 'CUSTOM_SMTP'
                            and s.smtp_server_id <> d.smtp_server_id
                        """).param("organisation", organisationId.value()).update();
    }

    @Override
    public void beat(String sender) {
        database.sql("""
                        insert into sender (sender, seen_at) values (:sender, now())
                        on conflict (sender) do update set seen_at = excluded.seen_at
                        """).param("sender", sender).update();
    }
}
