package org.postroom.verification.maildomain.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.Decision;
import org.postroom.verification.maildomain.DomainEventPublisher;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each domain as one row; replicas share the work by passing over rows that another has locked. */
@Component
class JdbcMailDomainStore implements MailDomainStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ExpectedRecord>> RECORDS = new TypeReference<>() {};
    private static final TypeReference<List<RecordCheck>> RESULTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final DomainEventPublisher publisher;

    JdbcMailDomainStore(JdbcClient database, DomainEventPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    @Override
    public Optional<MailDomain> find(String organisationId, String domainId) {
        return database.sql("select * from mail_domain where organisation_id = :organisation and domain_id = :domain")
                .param("organisation", organisationId)
                .param("domain", domainId)
                .query((row, number) -> domain(row))
                .optional();
    }

    @Override
    @Transactional
    public void add(Decision decision, Instant now) {
        if (wasRemoved(decision.domain().identity())) {
            return;
        }
        int added = bind(decision.domain(), database.sql("""
                        insert into mail_domain (organisation_id, domain_id, domain_name, records,
                        receiving_state, receiving_since, receiving_grace_ends_at,
                        sending_state, sending_since, sending_grace_ends_at,
                        eager_since, last_results, last_checked_at, next_check_at)
                        values (:organisation, :domain, :name, :records::jsonb,
                        :receivingState, :receivingSince, :receivingGraceEndsAt,
                        :sendingState, :sendingSince, :sendingGraceEndsAt,
                        :eagerSince, :lastResults::jsonb, :lastCheckedAt, :nextCheckAt)
                        on conflict do nothing
                        """))
                .param("name", decision.domain().identity().domainName())
                .param("nextCheckAt", timestamp(now))
                .update();
        if (added == 1) {
            publish(decision, now);
        }
    }

    @Override
    @Transactional
    public void change(String organisationId, String domainId, Function<MailDomain, Decision> change, Instant now) {
        database.sql("""
                        select * from mail_domain where organisation_id = :organisation and domain_id = :domain
                        for update
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .query((row, number) -> domain(row))
                .optional()
                .ifPresent(present -> {
                    Decision decision = change.apply(present);
                    update(decision.domain(), now);
                    publish(decision, now);
                });
    }

    @Override
    @Transactional
    public void remove(String organisationId, String domainId) {
        database.sql("insert into removed_mail_domain (domain_id) values (:domain) on conflict do nothing")
                .param("domain", domainId)
                .update();
        database.sql("delete from mail_domain where organisation_id = :organisation and domain_id = :domain")
                .param("organisation", organisationId)
                .param("domain", domainId)
                .update();
    }

    @Override
    @Transactional
    public CheckRequest requestCheck(String organisationId, String domainId, Instant now, Duration pause) {
        int accepted = database.sql("""
                        update mail_domain
                        set check_requested = true, next_check_at = :now, last_requested_at = :now
                        where organisation_id = :organisation and domain_id = :domain
                        and (last_requested_at is null or last_requested_at <= :before)
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .param("now", timestamp(now))
                .param("before", timestamp(now.minus(pause)))
                .update();
        if (accepted == 1) {
            return CheckRequest.ACCEPTED;
        }
        return find(organisationId, domainId).isPresent() ? CheckRequest.TOO_SOON : CheckRequest.UNKNOWN;
    }

    @Override
    @Transactional
    public List<DueCheck> claimDue(Instant now, Duration lease, int most) {
        return database.sql("""
                        with due as (
                            select domain_id, check_requested as requested from mail_domain
                            where next_check_at <= :now order by next_check_at limit :most for update skip locked
                        )
                        update mail_domain set claim = claim + 1, check_requested = false, next_check_at = :leaseEnd
                        from due where mail_domain.domain_id = due.domain_id
                        returning mail_domain.*, due.requested
                        """)
                .param("now", timestamp(now))
                .param("leaseEnd", timestamp(now.plus(lease)))
                .param("most", most)
                .query((row, number) -> new DueCheck(
                        domain(row),
                        row.getBoolean("requested") ? CheckTrigger.REQUEST : CheckTrigger.SCHEDULE,
                        row.getLong("claim")))
                .list();
    }

    @Override
    @Transactional
    public void complete(
            DueCheck check,
            Function<MailDomain, Decision> conclusion,
            Function<MailDomain, Instant> next,
            Instant now) {
        database.sql("select * from mail_domain where domain_id = :domain and claim = :claim for update")
                .param("domain", check.domain().identity().domainId())
                .param("claim", check.claim())
                .query((row, number) -> new Claimed(domain(row), row.getBoolean("check_requested")))
                .optional()
                .filter(claimed ->
                        claimed.domain().records().equals(check.domain().records()))
                .ifPresent(claimed -> {
                    Decision decision = conclusion.apply(claimed.domain());
                    update(decision.domain(), claimed.requestedAgain() ? now : next.apply(decision.domain()));
                    publish(decision, now);
                });
    }

    private boolean wasRemoved(DomainIdentity identity) {
        return database.sql("select exists (select 1 from removed_mail_domain where domain_id = :domain)")
                .param("domain", identity.domainId())
                .query(Boolean.class)
                .single();
    }

    private void update(MailDomain domain, Instant nextCheckAt) {
        bind(domain, database.sql("""
                        update mail_domain set records = :records::jsonb,
                        receiving_state = :receivingState, receiving_since = :receivingSince,
                        receiving_grace_ends_at = :receivingGraceEndsAt,
                        sending_state = :sendingState, sending_since = :sendingSince,
                        sending_grace_ends_at = :sendingGraceEndsAt,
                        eager_since = :eagerSince, last_results = :lastResults::jsonb,
                        last_checked_at = :lastCheckedAt, next_check_at = :nextCheckAt
                        where organisation_id = :organisation and domain_id = :domain
                        """))
                .param("nextCheckAt", timestamp(nextCheckAt))
                .update();
    }

    private void publish(Decision decision, Instant at) {
        decision.events().forEach(event -> publisher.publish(decision.domain().identity(), event, at));
    }

    private static StatementSpec bind(MailDomain domain, StatementSpec statement) {
        DirectionColumns receiving = DirectionColumns.of(domain.receiving());
        DirectionColumns sending = DirectionColumns.of(domain.sending());
        return statement
                .param("organisation", domain.identity().organisationId())
                .param("domain", domain.identity().domainId())
                .param("records", JSON.writeValueAsString(domain.records()))
                .param("receivingState", receiving.state())
                .param("receivingSince", timestamp(receiving.since()))
                .param("receivingGraceEndsAt", timestamp(receiving.graceEndsAt()))
                .param("sendingState", sending.state())
                .param("sendingSince", timestamp(sending.since()))
                .param("sendingGraceEndsAt", timestamp(sending.graceEndsAt()))
                .param("eagerSince", timestamp(domain.eagerSince()))
                .param("lastResults", JSON.writeValueAsString(domain.lastResults()))
                .param("lastCheckedAt", timestamp(domain.lastCheckedAt()));
    }

    private static MailDomain domain(ResultSet row) throws SQLException {
        OffsetDateTime checkedAt = row.getObject("last_checked_at", OffsetDateTime.class);
        return new MailDomain(
                new DomainIdentity(
                        row.getString("organisation_id"), row.getString("domain_id"), row.getString("domain_name")),
                JSON.readValue(row.getString("records"), RECORDS),
                DirectionColumns.read(row, "receiving"),
                DirectionColumns.read(row, "sending"),
                row.getObject("eager_since", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("last_results"), RESULTS),
                checkedAt == null ? null : checkedAt.toInstant());
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Claimed(MailDomain domain, boolean requestedAgain) {}
}
