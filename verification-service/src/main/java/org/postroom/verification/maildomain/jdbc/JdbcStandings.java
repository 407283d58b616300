package org.postroom.verification.maildomain.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.standing.StandingSource;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.PublishedStanding;
import org.postroom.verification.maildomain.StandingPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the standing that was last published beside each domain, so that only a change of it is published. */
@Component
class JdbcStandings implements StandingSource {

    private static final String DOMAIN = "domain";

    private final JdbcClient database;
    private final StandingPublisher publisher;
    private final Clock clock;

    JdbcStandings(JdbcClient database, StandingPublisher publisher, Clock clock) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Publishes how a domain stands where that is not how it stood; the caller holds the domain's row. */
    void note(MailDomain domain, Instant at) {
        String domainId = domain.identity().domainId();
        Optional<String> stored = database.sql("select standing from mail_domain where domain_id = :domain")
                .param(DOMAIN, domainId)
                .query((row, number) -> Optional.ofNullable(row.getString("standing")))
                .single();
        @Nullable PublishedStanding before = StoredJson.standing(stored).orElse(null);
        PublishedStanding now = PublishedStanding.of(domain, before);
        if (now.equals(before)) {
            return;
        }
        database.sql("update mail_domain set standing = :standing::jsonb where domain_id = :domain")
                .param("standing", StoredJson.of(now))
                .param(DOMAIN, domainId)
                .update();
        publisher.publish(domain.identity(), now, at);
    }

    /** A domain is gone. */
    void removed(String organisationId, String domainId) {
        publisher.removed(organisationId, domainId);
    }

    @Override
    public int writeMissing(int most) {
        List<String> missing = database.sql(
                        "select domain_id from mail_domain where standing is null order by domain_id limit :most")
                .param("most", most)
                .query((row, number) -> row.getString("domain_id"))
                .list();
        Instant now = clock.instant();
        for (String domainId : missing) {
            database.sql("select * from mail_domain where domain_id = :domain for update")
                    .param(DOMAIN, domainId)
                    .query((row, number) -> DomainRow.domain(row))
                    .optional()
                    .ifPresent(domain -> note(domain, now));
        }
        return missing.size();
    }
}
