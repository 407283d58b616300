package org.postroom.verification.maildomain.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postroom.mail.PublicSuffixes;
import org.postroom.verification.maildomain.DomainIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which claim has which name. Decisions about names below one registered name happen one after the other, in all replicas;
 * that a name has one owner at most is an index of the database besides.
 */
@Component
class JdbcNames {

    /** Keeps the locks of names apart from other locks of this database. */
    private static final String LOCK_PREFIX = "name:";

    private final JdbcClient database;

    JdbcNames(JdbcClient database) {
        this.database = database;
    }

    /**
     * Waits until no other transaction decides about the names, and keeps others waiting until this one ends. To be called
     * before any row is locked, once in a transaction.
     */
    void hold(List<String> domainNames) {
        domainNames.stream()
                .map(PublicSuffixes::organisational)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(registered -> database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                        .param("name", LOCK_PREFIX + registered)
                        .query((row, number) -> true)
                        .single());
    }

    /** The name that another organisation has: the domain's own, or the nearest above it; empty where it is free. */
    Optional<String> heldByAnother(DomainIdentity domain) {
        return database.sql("""
                        select domain_name from mail_domain
                        where ownership_state in ('OWNED', 'IN_DOUBT') and domain_id <> :domain
                        and (domain_name = :name or domain_name in (:above) and organisation_id <> :organisation)
                        order by length(domain_name) desc limit 1
                        """)
                .param("domain", domain.domainId())
                .param("name", domain.domainName())
                .param("above", withNamesAbove(domain.domainName()))
                .param("organisation", domain.organisationId())
                .query(String.class)
                .optional();
    }

    /** Makes every claim due at once that waits for the name or for one below it. */
    void released(String domainName, Instant now) {
        database.sql("""
                        update mail_domain set next_check_at = least(next_check_at, :now)
                        where ownership_state = 'WAITING' and ownership_held = :name
                        """)
                .param("name", domainName)
                .param("now", DomainRow.timestamp(now))
                .update();
    }

    /** The name itself and all above it that have at least two labels. */
    private static List<String> withNamesAbove(String name) {
        List<String> names = new ArrayList<>();
        for (String rest = name; rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
            names.add(rest);
        }
        return names;
    }
}
