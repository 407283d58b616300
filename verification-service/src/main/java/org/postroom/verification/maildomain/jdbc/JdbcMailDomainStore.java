package org.postroom.verification.maildomain.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.Decision;
import org.postroom.verification.maildomain.DomainEventPublisher;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.PastCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each domain as one row; replicas share the work by passing over rows that another has locked. */
@Component
class JdbcMailDomainStore implements MailDomainStore {

    /** An event is hardly delivered again after this long. */
    private static final Duration REMEMBERED_REMOVALS = Duration.ofDays(90);

    private static final String ORGANISATION = "organisation";
    private static final String DOMAIN = "domain";

    private final JdbcClient database;
    private final DomainEventPublisher publisher;
    private final JdbcHistory history;
    private final JdbcNames names;
    private final JdbcStandings standings;

    JdbcMailDomainStore(
            JdbcClient database,
            DomainEventPublisher publisher,
            JdbcHistory history,
            JdbcNames names,
            JdbcStandings standings) {
        this.database = database;
        this.publisher = publisher;
        this.history = history;
        this.names = names;
        this.standings = standings;
    }

    @Override
    public Optional<KeptDomain> find(String organisationId, String domainId) {
        return database.sql("select * from mail_domain where organisation_id = :organisation and domain_id = :domain")
                .param(ORGANISATION, organisationId)
                .param(DOMAIN, domainId)
                .query((row, number) -> DomainRow.kept(row))
                .optional();
    }

    @Override
    public Optional<MailDomain> owned(String domainName) {
        return database.sql("""
                        select * from mail_domain
                        where domain_name = :name and ownership_state in ('OWNED', 'IN_DOUBT')
                        """)
                .param("name", domainName)
                .query((row, number) -> DomainRow.domain(row))
                .optional();
    }

    @Override
    public List<KeptDomain> ofOrganisation(String organisationId) {
        return database.sql("select * from mail_domain where organisation_id = :organisation order by domain_name")
                .param(ORGANISATION, organisationId)
                .query((row, number) -> DomainRow.kept(row))
                .list();
    }

    @Override
    @Transactional
    public void add(Decision decision, Instant now) {
        if (wasRemoved(decision.domain().identity())) {
            return;
        }
        int added = DomainRow.bind(decision.domain(), dueAt(decision.domain(), now), database.sql("""
                        insert into mail_domain (organisation_id, domain_id, domain_name, use, tokens, dkim_keys, issue,
                        receiving_state, receiving_since, receiving_grace_ends_at,
                        sending_state, sending_since, sending_grace_ends_at,
                        ownership_state, ownership_since, ownership_grace_ends_at, ownership_held,
                        redirect_proven_at, eager_since, findings, last_checked_at, next_check_at)
                        values (:organisation, :domain, :name, :use::jsonb, :tokens::jsonb, :keys::jsonb, :issue::jsonb,
                        :receivingState, :receivingSince, :receivingGraceEndsAt,
                        :sendingState, :sendingSince, :sendingGraceEndsAt,
                        :ownershipState, :ownershipSince, :ownershipGraceEndsAt, :ownershipHeld,
                        :redirectProvenAt, :eagerSince, :findings::jsonb, :lastCheckedAt, :nextCheckAt)
                        on conflict do nothing
                        """))
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
                .param(ORGANISATION, organisationId)
                .param(DOMAIN, domainId)
                .query((row, number) -> DomainRow.domain(row))
                .optional()
                .ifPresent(present -> {
                    Decision decision = change.apply(present);
                    if (!decision.domain().equals(present)) {
                        update(decision.domain(), dueAt(decision.domain(), now));
                        publish(decision, now);
                    }
                });
    }

    @Override
    @Transactional
    public void remove(String organisationId, String domainId, Instant now) {
        names.hold(find(organisationId, domainId).stream()
                .map(kept -> kept.domain().identity().domainName())
                .toList());
        forget(organisationId, domainId, now);
    }

    @Override
    @Transactional
    public void removeOrganisation(String organisationId, Instant now) {
        List<DomainIdentity> all = ofOrganisation(organisationId).stream()
                .map(kept -> kept.domain().identity())
                .toList();
        names.hold(all.stream().map(DomainIdentity::domainName).toList());
        all.forEach(domain -> forget(organisationId, domain.domainId(), now));
    }

    private void forget(String organisationId, String domainId, Instant now) {
        database.sql("""
                        insert into removed_mail_domain (domain_id, removed_at) values (:domain, :now)
                        on conflict do nothing
                        """)
                .param(DOMAIN, domainId)
                .param("now", DomainRow.timestamp(now))
                .update();
        database.sql("delete from removed_mail_domain where removed_at < :before")
                .param("before", DomainRow.timestamp(now.minus(REMEMBERED_REMOVALS)))
                .update();
        database.sql("""
                        delete from mail_domain where organisation_id = :organisation and domain_id = :domain
                        returning domain_name
                        """)
                .param(ORGANISATION, organisationId)
                .param(DOMAIN, domainId)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    names.released(name, now);
                    standings.removed(organisationId, domainId);
                });
    }

    @Override
    @Transactional
    public CheckRequest requestCheck(String organisationId, String domainId, Instant now, Duration pause) {
        int accepted = database.sql("""
                        update mail_domain
                        set check_requested = true, next_check_at = :now, last_requested_at = :now
                        where organisation_id = :organisation and domain_id = :domain and next_check_at is not null
                        and (last_requested_at is null or last_requested_at <= :before)
                        """)
                .param(ORGANISATION, organisationId)
                .param(DOMAIN, domainId)
                .param("now", DomainRow.timestamp(now))
                .param("before", DomainRow.timestamp(now.minus(pause)))
                .update();
        if (accepted == 1) {
            return CheckRequest.ACCEPTED;
        }
        return find(organisationId, domainId)
                .map(kept -> kept.nextCheckAt() == null ? CheckRequest.ACCEPTED : CheckRequest.TOO_SOON)
                .orElse(CheckRequest.UNKNOWN);
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
                .param("now", DomainRow.timestamp(now))
                .param("leaseEnd", DomainRow.timestamp(now.plus(lease)))
                .param("most", most)
                .query((row, number) -> new DueCheck(
                        DomainRow.domain(row),
                        row.getBoolean("requested") ? CheckTrigger.REQUEST : CheckTrigger.SCHEDULE,
                        row.getLong("claim")))
                .list();
    }

    @Override
    @Transactional
    public void complete(DueCheck due, Check check, Duration grace, Function<MailDomain, Instant> next) {
        names.hold(List.of(due.domain().identity().domainName()));
        database.sql("select * from mail_domain where domain_id = :domain and claim = :claim for update")
                .param(DOMAIN, due.domain().identity().domainId())
                .param("claim", due.claim())
                .query((row, number) -> new Claimed(DomainRow.domain(row), row.getBoolean("check_requested")))
                .optional()
                .filter(claimed -> claimed.domain().issue().equals(due.domain().issue()))
                .ifPresent(claimed -> conclude(claimed, check, grace, next));
    }

    private void conclude(Claimed claimed, Check check, Duration grace, Function<MailDomain, Instant> next) {
        MailDomain before = claimed.domain();
        Decision decision = before.checked(check, names.heldByAnother(before.identity()), grace);
        MailDomain domain = decision.domain();
        update(domain, claimed.requestedAgain() ? check.endedAt() : next.apply(domain));
        history.add(domain.identity(), check, check.findings().since(before.last()));
        publish(decision, check.endedAt());
        if (before.ownership().hasName() && !domain.ownership().hasName()) {
            names.released(domain.identity().domainName(), check.endedAt());
        }
    }

    @Override
    public List<PastCheck> history(String organisationId, String domainId, @Nullable Long before, int limit) {
        return history.list(organisationId, domainId, before, limit);
    }

    @Override
    public long overdue(Instant before) {
        return database.sql("select count(*) from mail_domain where next_check_at < :before")
                .param("before", DomainRow.timestamp(before))
                .query(Long.class)
                .single();
    }

    private boolean wasRemoved(DomainIdentity identity) {
        return database.sql("select exists (select 1 from removed_mail_domain where domain_id = :domain)")
                .param(DOMAIN, identity.domainId())
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Instant dueAt(MailDomain domain, Instant now) {
        return domain.use().isChecked() ? now : null;
    }

    private void update(MailDomain domain, @Nullable Instant nextCheckAt) {
        DomainRow.bind(domain, nextCheckAt, database.sql("""
                        update mail_domain set domain_name = :name, use = :use::jsonb, tokens = :tokens::jsonb,
                        dkim_keys = :keys::jsonb, issue = :issue::jsonb,
                        receiving_state = :receivingState, receiving_since = :receivingSince,
                        receiving_grace_ends_at = :receivingGraceEndsAt,
                        sending_state = :sendingState, sending_since = :sendingSince,
                        sending_grace_ends_at = :sendingGraceEndsAt,
                        ownership_state = :ownershipState, ownership_since = :ownershipSince,
                        ownership_grace_ends_at = :ownershipGraceEndsAt, ownership_held = :ownershipHeld,
                        redirect_proven_at = :redirectProvenAt,
                        eager_since = :eagerSince, findings = :findings::jsonb,
                        last_checked_at = :lastCheckedAt, next_check_at = :nextCheckAt
                        where organisation_id = :organisation and domain_id = :domain
                        """)).update();
    }

    private void publish(Decision decision, Instant at) {
        standings.note(decision.domain(), at);
        decision.events().forEach(event -> publisher.publish(decision.domain().identity(), event, at));
    }

    private record Claimed(MailDomain domain, boolean requestedAgain) {}
}
