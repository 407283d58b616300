package org.postroom.domain.organisation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.postroom.domain.directory.Name;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.organisation.AccountName;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationId;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations in PostgreSQL. */
@Component
class JdbcOrganisationStore implements OrganisationStore {

    private final JdbcClient database;
    private final OrganisationPublisher publisher;

    JdbcOrganisationStore(JdbcClient database, OrganisationPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    @Override
    public Optional<Organisation> find(OrganisationId id) {
        return database.sql("""
                        select id, name, account_name, default_language, time_zone from organisation where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> organisation(row))
                .optional();
    }

    @Override
    @Transactional
    public boolean add(Organisation organisation, Instant at) {
        int added = database.sql("""
                        insert into organisation (id, name, account_name, default_language, time_zone, created_at)
                        values (:id, :name, :accountName, :defaultLanguage, :timeZone, :createdAt)
                        on conflict do nothing
                        """)
                .param("id", organisation.id().value())
                .param("name", organisation.name().value())
                .param("accountName", organisation.accountName().value())
                .param("defaultLanguage", organisation.defaultLanguage().value())
                .param("timeZone", organisation.timeZone().getId())
                .param("createdAt", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        if (added == 1) {
            publisher.created(organisation, at);
        }
        return added == 1;
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getString("id")),
                new Name(row.getString("name")),
                new AccountName(row.getString("account_name")),
                new LanguageTag(row.getString("default_language")),
                ZoneId.of(row.getString("time_zone")));
    }
}
