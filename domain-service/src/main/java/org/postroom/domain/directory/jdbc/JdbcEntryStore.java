package org.postroom.domain.directory.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.ListQuery;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the state of an entry as JSON, and beside it in columns what the database itself must watch over. */
@Component
final class JdbcEntryStore implements EntryStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WHOLE_INSTALLATION = "*";

    private final JdbcClient database;
    private final EntryCounts counts = new EntryCounts();

    JdbcEntryStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public <T extends Configured> Optional<Entry<T>> find(String organisationId, Kind kind, Class<T> type, String id) {
        return database.sql("""
                        select id, version, value, changed_by, changed_at from directory_entry
                        where organisation_id = :organisation and kind = :kind and id = :id
                        """)
                .params(key(organisationId, kind, id))
                .query((row, number) -> entry(row, type))
                .optional();
    }

    @Override
    public <T extends Configured> List<Entry<T>> all(String organisationId, Kind kind, Class<T> type) {
        return database.sql("""
                        select id, version, value, changed_by, changed_at from directory_entry
                        where organisation_id = :organisation and kind = :kind
                        order by lower(label), id
                        """)
                .param("organisation", organisationId)
                .param("kind", kind.word())
                .query((row, number) -> entry(row, type))
                .list();
    }

    @Override
    public <T extends Configured> List<Entry<T>> some(
            String organisationId, Kind kind, Class<T> type, ListQuery query, int limit) {
        return database.sql("""
                        select id, version, value, changed_by, changed_at from directory_entry
                        where organisation_id = :organisation and kind = :kind
                        and (:text::text is null or position(lower(:text) in lower(label)) > 0)
                        and (:after::text is null or (lower(label), id) > (select lower(label), id from directory_entry
                        where organisation_id = :organisation and kind = :kind and id = :after))
                        order by lower(label), id limit :limit
                        """)
                .param("organisation", organisationId)
                .param("kind", kind.word())
                .param("text", query.text())
                .param("after", query.after())
                .param("limit", limit)
                .query((row, number) -> entry(row, type))
                .list();
    }

    @Override
    public Optional<String> holder(String organisationId, Kind kind, String uniqueName) {
        return database.sql("""
                        select id from directory_entry
                        where organisation_id = :organisation and kind = :kind and unique_name = :name
                        """)
                .param("organisation", organisationId)
                .param("kind", kind.word())
                .param("name", uniqueName)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean exists(String organisationId, Kind kind, String id) {
        return database.sql("""
                        select exists (select 1 from directory_entry
                        where organisation_id = :organisation and kind = :kind and id = :id)
                        """)
                .params(key(organisationId, kind, id))
                .query(Boolean.class)
                .single();
    }

    @Override
    public int count(String organisationId, Kind kind) {
        return counts.of(
                organisationId,
                kind,
                () -> database.sql("""
                        select count(*) from directory_entry where organisation_id = :organisation and kind = :kind
                        """)
                        .param("organisation", organisationId)
                        .param("kind", kind.word())
                        .query(Integer.class)
                        .single());
    }

    @Override
    public <T extends Configured> boolean insert(String organisationId, Kind kind, Entry<T> entry) {
        counts.changed(organisationId, kind, 1);
        return write(organisationId, kind, entry, """
                insert into directory_entry
                (organisation_id, kind, id, version, label, unique_name, unique_within, value, changed_by, changed_at)
                values (:organisation, :kind, :id, :version, :label, :uniqueName, :uniqueWithin, :value::jsonb,
                :changedBy, :changedAt)
                """);
    }

    @Override
    public <T extends Configured> boolean update(String organisationId, Kind kind, Entry<T> entry) {
        return write(organisationId, kind, entry, """
                update directory_entry set version = :version, label = :label, unique_name = :uniqueName,
                unique_within = :uniqueWithin, value = :value::jsonb, changed_by = :changedBy, changed_at = :changedAt
                where organisation_id = :organisation and kind = :kind and id = :id
                """);
    }

    @Override
    public void delete(String organisationId, Kind kind, String id) {
        counts.changed(organisationId, kind, -1);
        database.sql("""
                        delete from directory_entry
                        where organisation_id = :organisation and kind = :kind and id = :id
                        """).params(key(organisationId, kind, id)).update();
    }

    @Override
    public List<String> users(String organisationId, Kind kind, String id) {
        return database.sql("""
                        select distinct entry.kind || ' ' || entry.label as name
                        from directory_reference reference
                        join directory_entry entry using (organisation_id, kind, id)
                        where reference.organisation_id = :organisation
                        and reference.used_kind = :kind and reference.used_id = :id
                        order by name
                        """)
                .params(key(organisationId, kind, id))
                .query((row, number) -> row.getString("name"))
                .list();
    }

    @Override
    public void release(String organisationId, Kind kind, String id) {
        database.sql("""
                        delete from directory_reference
                        where organisation_id = :organisation and kind = :kind and id = :id
                        """).params(key(organisationId, kind, id)).update();
    }

    @Override
    public void releaseAll(String organisationId) {
        database.sql("delete from directory_reference where organisation_id = :organisation")
                .param("organisation", organisationId)
                .update();
    }

    private <T extends Configured> boolean write(String organisationId, Kind kind, Entry<T> entry, String statement) {
        Optional<UniqueName> unique = entry.value().uniqueName();
        try {
            database.sql(statement)
                    .params(key(organisationId, kind, entry.id()))
                    .param("version", entry.version())
                    .param("label", entry.value().label())
                    .param("uniqueName", unique.map(UniqueName::name).orElse(null))
                    .param(
                            "uniqueWithin",
                            unique.map(name -> within(organisationId, name)).orElse(null))
                    .param("value", JSON.writeValueAsString(entry.value()))
                    .param("changedBy", entry.changedBy())
                    .param("changedAt", OffsetDateTime.ofInstant(entry.changedAt(), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            return false;
        }
        writeReferences(organisationId, kind, entry.id(), entry.value().references());
        return true;
    }

    private void writeReferences(String organisationId, Kind kind, String id, List<Reference> references) {
        release(organisationId, kind, id);
        for (Reference reference : references) {
            database.sql("""
                            insert into directory_reference (organisation_id, kind, id, used_kind, used_id)
                            values (:organisation, :kind, :id, :usedKind, :usedId)
                            on conflict do nothing
                            """)
                    .params(key(organisationId, kind, id))
                    .param("usedKind", reference.kind().word())
                    .param("usedId", reference.id())
                    .update();
        }
    }

    private static Map<String, @Nullable Object> key(String organisationId, Kind kind, String id) {
        return Map.of("organisation", organisationId, "kind", kind.word(), "id", id);
    }

    private static String within(String organisationId, UniqueName unique) {
        return switch (unique.scope()) {
            case ORGANISATION -> organisationId;
            case INSTALLATION -> WHOLE_INSTALLATION;
        };
    }

    private static <T> Entry<T> entry(ResultSet row, Class<T> type) throws SQLException {
        return new Entry<>(
                row.getString("id"),
                row.getLong("version"),
                JSON.readValue(row.getString("value"), type),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
