package org.postroom.console.signin.jdbc;

import java.util.Objects;
import org.postroom.console.signin.Organisation;
import org.postroom.console.signin.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOrganisations implements Organisations {

    private final JdbcClient database;

    JdbcOrganisations(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Organisation find(String organisationId) {
        return database.sql("select name, state, suspended_reason from organisation where organisation_id = ?")
                .param(organisationId)
                .query((row, number) -> new Organisation(
                        organisationId,
                        Objects.requireNonNullElse(row.getString("name"), organisationId),
                        "SUSPENDED".equals(row.getString("state")),
                        row.getString("suspended_reason")))
                .optional()
                .orElseGet(() -> new Organisation(organisationId, organisationId, false, null));
    }
}
