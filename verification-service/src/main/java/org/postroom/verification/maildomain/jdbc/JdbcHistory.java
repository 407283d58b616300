package org.postroom.verification.maildomain.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.PastCheck;
import org.postroom.verification.maildomain.RecordChange;
import org.postroom.verification.record.RecordCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the latest checks of each domain. The log has them all. */
@Component
class JdbcHistory {

    /** Two hundred checks are some fifty days of a settled domain. */
    private static final int KEPT = 200;

    private final JdbcClient database;

    JdbcHistory(JdbcClient database) {
        this.database = database;
    }

    /** Adds a check, and forgets the oldest. What was found is kept only where it differs from the check before. */
    void add(DomainIdentity domain, Check check, List<RecordChange> changes) {
        List<RecordCheck> results =
                changes.isEmpty() ? List.of() : check.findings().results();
        database.sql("""
                        insert into past_check
                        (organisation_id, domain_id, checked_at, cause, took_micros, changes, results)
                        values (:organisation, :domain, :at, :cause, :took, :changes::jsonb, :results::jsonb)
                        """)
                .param("organisation", domain.organisationId())
                .param("domain", domain.domainId())
                .param("at", DomainRow.timestamp(check.endedAt()))
                .param("cause", check.trigger().name())
                .param("took", check.took().toNanos() / 1_000)
                .param("changes", StoredJson.of(changes))
                .param("results", StoredJson.of(results))
                .update();
        database.sql("""
                        delete from past_check where domain_id = :domain and sequence <=
                        (select sequence from past_check where domain_id = :domain
                        order by sequence desc offset :kept limit 1)
                        """).param("domain", domain.domainId()).param("kept", KEPT).update();
    }

    List<PastCheck> list(String organisationId, String domainId, @Nullable Long before, int limit) {
        return database.sql("""
                        select * from past_check where organisation_id = :organisation and domain_id = :domain
                        and sequence < :before order by sequence desc limit :limit
                        """)
                .param("organisation", organisationId)
                .param("domain", domainId)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static PastCheck read(ResultSet row) throws SQLException {
        return new PastCheck(
                row.getLong("sequence"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                CheckTrigger.valueOf(row.getString("cause")),
                Duration.of(row.getLong("took_micros"), ChronoUnit.MICROS),
                StoredJson.changes(row.getString("changes")),
                StoredJson.results(row.getString("results")));
    }
}
