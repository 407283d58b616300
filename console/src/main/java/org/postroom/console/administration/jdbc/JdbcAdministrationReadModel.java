package org.postroom.console.administration.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.DomainStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcAdministrationReadModel implements AdministrationReadModel {

    private static final TypeReference<List<DomainStatus.IssuedRecord>> ISSUED = new TypeReference<>() {};
    private static final TypeReference<List<DomainStatus.Check>> CHECKS = new TypeReference<>() {};

    private static final String DOMAINS = """
            select domain_id, name, receiving, receiving_reason, sending, sending_reason, checked_at,
                coalesce(issued, '[]') as issued, coalesce(checks, '[]') as checks
            from domain where organisation_id = :organisation and name is not null
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcAdministrationReadModel(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<DomainStatus> domains(String organisationId) {
        return database.sql(DOMAINS + " order by name")
                .param("organisation", organisationId)
                .query((row, number) -> domain(row))
                .list();
    }

    @Override
    public Optional<DomainStatus> domain(String organisationId, String domainId) {
        return database.sql(DOMAINS + " and domain_id = :domain")
                .param("organisation", organisationId)
                .param("domain", domainId)
                .query((row, number) -> domain(row))
                .optional();
    }

    private DomainStatus domain(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime checkedAt = row.getObject("checked_at", OffsetDateTime.class);
        return new DomainStatus(
                row.getString("domain_id"),
                row.getString("name"),
                direction(row, "receiving"),
                direction(row, "sending"),
                checkedAt == null ? null : checkedAt.toInstant(),
                DomainStatus.lines(
                        json.readValue(row.getString("issued"), ISSUED),
                        json.readValue(row.getString("checks"), CHECKS)));
    }

    private static DomainStatus.Direction direction(ResultSet row, String column) throws SQLException {
        @Nullable String state = row.getString(column);
        return new DomainStatus.Direction(state == null ? "PENDING" : state, row.getString(column + "_reason"));
    }
}
