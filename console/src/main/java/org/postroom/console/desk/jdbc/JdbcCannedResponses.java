package org.postroom.console.desk.jdbc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroom.console.desk.CannedResponse;
import org.postroom.console.desk.CannedResponses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcCannedResponses implements CannedResponses {

    private static final TypeReference<List<Substitution>> SUBSTITUTIONS = new TypeReference<>() {};

    private static final String SELECT = """
            select r.name, coalesce(l.name, '') as library, r.html, r.substitutions
            from canned_response r
            left join entry_name l on l.organisation_id = r.organisation_id and l.kind = 'library'
                and l.entity_id = r.library_id
            where r.organisation_id = ?
            order by library, r.name
            limit 500
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcCannedResponses(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<CannedResponse> of(String organisationId) {
        return database.sql(SELECT)
                .param(organisationId)
                .query((row, number) -> new CannedResponse(
                        row.getString("name"),
                        row.getString("library"),
                        row.getString("html"),
                        defaults(row.getString("substitutions"))))
                .list();
    }

    private Map<String, String> defaults(String substitutions) {
        return json.readValue(substitutions, SUBSTITUTIONS).stream()
                .collect(Collectors.toMap(Substitution::name, Substitution::defaultValue, (one, other) -> one));
    }

    /** A name in a text, as the projection keeps it. */
    record Substitution(String name, String defaultValue) {}
}
