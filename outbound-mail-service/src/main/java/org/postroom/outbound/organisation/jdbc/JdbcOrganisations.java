package org.postroom.outbound.organisation.jdbc;

import java.util.List;
import java.util.Optional;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each organisation as a row; of a removed one only the identifier stays, so that late news does not bring it back. */
@Repository
@InStage(Stage.COMPOSE)
class JdbcOrganisations implements Organisations {

    private static final List<String> TABLES_OF_COMPOSING =
            List.of("interaction", "conversation_mail", "conversation_merge", "reply", "composed_reply");

    private final JdbcClient database;

    JdbcOrganisations(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<String> name(OrganisationId organisationId) {
        return database.sql("select name from organisation where organisation_id = :organisation and not removed")
                .param("organisation", organisationId.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void named(OrganisationId organisationId, String name) {
        database.sql("""
                        insert into organisation (organisation_id, name) values (:organisation, :name)
                        on conflict (organisation_id) do update set name = excluded.name where not organisation.removed
                        """)
                .param("organisation", organisationId.value())
                .param("name", name)
                .update();
    }

    @Override
    public boolean removed(OrganisationId organisationId) {
        return database.sql("select count(*) from organisation where organisation_id = :organisation and removed")
                        .param("organisation", organisationId.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void remove(OrganisationId organisationId) {
        for (String table : TABLES_OF_COMPOSING) {
            database.sql("delete from " + table + " where organisation_id = :organisation")
                    .param("organisation", organisationId.value())
                    .update();
        }
        database.sql("delete from waiting_reply where stage = 'COMPOSE' and organisation_id = :organisation")
                .param("organisation", organisationId.value())
                .update();
        database.sql("""
                        insert into organisation (organisation_id, name, removed) values (:organisation, '', true)
                        on conflict (organisation_id) do update set name = '', removed = true
                        """).param("organisation", organisationId.value()).update();
    }
}
