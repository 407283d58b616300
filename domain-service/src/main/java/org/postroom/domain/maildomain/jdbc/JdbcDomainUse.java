package org.postroom.domain.maildomain.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.domain.maildomain.DomainUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the addresses that refer to each domain. */
@Component
class JdbcDomainUse implements DomainUse {

    private final JdbcClient database;

    JdbcDomainUse(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Integer> addresses(String organisationId) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.sql("""
                        select used_id, count(*) as addresses from directory_reference
                        where organisation_id = :organisation and used_kind = 'domain' and kind = 'address'
                        group by used_id
                        """).param("organisation", organisationId).query(row -> {
            counts.put(row.getString("used_id"), row.getInt("addresses"));
        });
        return counts;
    }
}
