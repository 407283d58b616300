package org.postroom.domain.maildomain.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.domain.maildomain.DomainName;
import org.postroom.domain.maildomain.NameSpace;
import org.postroom.domain.maildomain.ProvenDomains;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proven domains in PostgreSQL; a row for each domain and direction that verification has last called verified. */
@Component
public class JdbcProvenDomains implements ProvenDomains {

    /** Keeps the locks of names apart from other locks of this database. */
    private static final int LOCKS = 4_711;

    private final JdbcClient database;

    JdbcProvenDomains(JdbcClient database) {
        this.database = database;
    }

    /** Verification has verified a domain in a direction. */
    @Transactional
    public void verified(String organisationId, String domainId, String domainName, String direction) {
        holdNamesBelow(NameSpace.registered(new DomainName(domainName)));
        database.sql("""
                        insert into proven_domain (domain_id, direction, organisation_id, domain_name)
                        select :domain, :direction, :organisation, :name
                        where exists (select 1 from directory_entry
                        where organisation_id = :organisation and kind = 'domain' and id = :domain)
                        on conflict do nothing
                        """)
                .param("domain", domainId)
                .param("direction", direction)
                .param("organisation", organisationId)
                .param("name", domainName)
                .update();
    }

    /** Verification has found a domain unproven in a direction. */
    @Transactional
    public void failed(String domainId, String direction) {
        database.sql("delete from proven_domain where domain_id = :domain and direction = :direction")
                .param("domain", domainId)
                .param("direction", direction)
                .update();
    }

    @Override
    public void forget(String domainId) {
        database.sql("delete from proven_domain where domain_id = :domain")
                .param("domain", domainId)
                .update();
    }

    @Override
    public void holdNamesBelow(String registeredName) {
        database.sql("select pg_advisory_xact_lock(:locks, hashtext(:name))")
                .param("locks", LOCKS)
                .param("name", registeredName)
                .query((row, number) -> true)
                .single();
    }

    @Override
    public Optional<DomainName> provenAbove(DomainName name, String organisationId) {
        List<String> above = above(name);
        if (above.isEmpty()) {
            return Optional.empty();
        }
        return database.sql("""
                        select proven.domain_name from proven_domain proven
                        join directory_entry entry on entry.organisation_id = proven.organisation_id
                        and entry.kind = 'domain' and entry.id = proven.domain_id
                        where proven.domain_name in (:above) and proven.organisation_id <> :organisation
                        and (proven.direction = 'RECEIVING' and entry.value #>> '{settings,receivingWay}' = 'MX'
                        or proven.direction = 'SENDING' and entry.value #>> '{settings,sendingWay}' = 'PLATFORM')
                        order by length(proven.domain_name) desc limit 1
                        """)
                .param("above", above)
                .param("organisation", organisationId)
                .query((row, number) -> new DomainName(row.getString("domain_name")))
                .optional();
    }

    /** The names of at least two labels above a name. */
    private static List<String> above(DomainName name) {
        List<String> above = new ArrayList<>();
        String rest = name.value();
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            rest = rest.substring(dot + 1);
            if (rest.indexOf('.') > 0) {
                above.add(rest);
            }
        }
        return above;
    }
}
