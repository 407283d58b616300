package org.postroom.domain.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.flow.DefinitionStore.SavedDefinition;
import org.postroom.domain.flow.Flow.VersionedDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row a definition. */
@Component
final class JdbcDefinitionStore implements DefinitionStore {

    private final JdbcClient database;

    JdbcDefinitionStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void add(String organisationId, String flowId, SavedDefinition saved) {
        database.sql("""
                        insert into flow_definition
                        (organisation_id, kind, flow_id, definition_version, definition, saved_by, saved_at)
                        values (:organisation, :kind, :flow, :version, :definition, :savedBy, :savedAt)
                        on conflict do nothing
                        """)
                .param("organisation", organisationId)
                .param("kind", Flow.KIND.word())
                .param("flow", flowId)
                .param("version", saved.definition().version())
                .param("definition", saved.definition().definition().text())
                .param("savedBy", saved.savedBy())
                .param("savedAt", OffsetDateTime.ofInstant(saved.savedAt(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<VersionedDefinition> find(String organisationId, String flowId, long version) {
        return database.sql("""
                        select definition_version, definition from flow_definition
                        where organisation_id = :organisation and flow_id = :flow and definition_version = :version
                        """)
                .param("organisation", organisationId)
                .param("flow", flowId)
                .param("version", version)
                .query((row, number) -> definition(row))
                .optional();
    }

    @Override
    public List<SavedDefinition> newest(String organisationId, String flowId, @Nullable Long before, int limit) {
        return database.sql("""
                        select definition_version, definition, saved_by, saved_at from flow_definition
                        where organisation_id = :organisation and flow_id = :flow
                        and (:before::bigint is null or definition_version < :before)
                        order by definition_version desc limit :limit
                        """)
                .param("organisation", organisationId)
                .param("flow", flowId)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new SavedDefinition(
                        definition(row),
                        row.getString("saved_by"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static VersionedDefinition definition(ResultSet row) throws SQLException {
        return new VersionedDefinition(
                row.getLong("definition_version"), Definition.unchecked(row.getString("definition")));
    }
}
