package org.postroom.domain.removal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties the tables that are filled from other services' events, or say what is still to be done. */
@Component
class JdbcKnowledge implements Knowledge {

    private static final List<String> TABLES = List.of("known_interaction", "known_smtp_server", "retiring_address");

    private final JdbcClient database;

    JdbcKnowledge(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void forget(String organisationId) {
        TABLES.forEach(table -> database.sql("delete from " + table + " where organisation_id = :organisation")
                .param("organisation", organisationId)
                .update());
    }
}
