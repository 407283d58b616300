package org.postroom.domain.organisation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.domain.organisation.AccountName;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationState;
import org.postroom.domain.organisation.OrganisationState.SuspensionReason;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.domain.organisation.RegisteredOrganisation;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Organisations in PostgreSQL. */
@Component
class JdbcOrganisationStore implements OrganisationStore {

    /** Names the lock of the set of organisations: any number that no other lock of this database has. */
    private static final long LOCK = 4_711_001L;

    private static final String COLUMNS = """
            select id, name, account_name, default_language, time_zone, version, created_at, suspended_reason,
            suspended_by, suspended_at from organisation
            """;

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    JdbcOrganisationStore(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<RegisteredOrganisation> find(OrganisationId id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query((row, number) -> organisation(row))
                .optional();
    }

    @Override
    public List<RegisteredOrganisation> some(@Nullable String after, int limit) {
        return database.sql(COLUMNS + """
                        where :after::text is null
                        or (lower(name), id) > (select lower(name), id from organisation where id = :after)
                        order by lower(name), id limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> organisation(row))
                .list();
    }

    @Override
    public boolean add(RegisteredOrganisation organisation) {
        return database.sql("""
                                insert into organisation
                                (id, name, account_name, default_language, time_zone, version, created_at,
                                suspended_reason, suspended_by, suspended_at, standing)
                                values (:id, :name, :accountName, :defaultLanguage, :timeZone, :version, :createdAt,
                                :reason, :by, :since, :standing)
                                on conflict do nothing
                                """).params(columns(organisation)).update() == 1;
    }

    @Override
    public boolean update(RegisteredOrganisation organisation) {
        try {
            database.sql("""
                            update organisation set name = :name, account_name = :accountName,
                            default_language = :defaultLanguage, time_zone = :timeZone, version = :version,
                            suspended_reason = :reason, suspended_by = :by, suspended_at = :since,
                            standing = :standing
                            where id = :id
                            """).params(columns(organisation)).update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public void remove(OrganisationId id, Instant at) {
        database.sql("delete from organisation where id = :id")
                .param("id", id.value())
                .update();
        database.sql("insert into removed_organisation (id, removed_at, standing_written) values (:id, :at, true)")
                .param("id", id.value())
                .param("at", utc(at))
                .update();
    }

    @Override
    public boolean wasRemoved(OrganisationId id) {
        return database.sql("select exists (select 1 from removed_organisation where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void retire(AccountName name, OrganisationId by, Instant at) {
        database.sql("""
                        insert into retired_account_name (account_name, organisation_id, retired_at)
                        values (:name, :by, :at)
                        on conflict (account_name) do update set organisation_id = :by, retired_at = :at
                        """)
                .param("name", name.value())
                .param("by", by.value())
                .param("at", utc(at))
                .update();
    }

    @Override
    public Optional<Instant> retiredByAnother(AccountName name, OrganisationId id) {
        return database.sql("""
                        select retired_at from retired_account_name
                        where account_name = :name and organisation_id <> :id
                        """)
                .param("name", name.value())
                .param("id", id.value())
                .query((row, number) ->
                        row.getObject("retired_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public <R> R inInstallation(Supplier<R> steps) {
        @Nullable
        R result = transactions.execute(status -> {
            database.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> true)
                    .single();
            return steps.get();
        });
        if (result == null) {
            throw new IllegalStateException("expected the steps of a change to return something, but got null");
        }
        return result;
    }

    private static Map<String, @Nullable Object> columns(RegisteredOrganisation registered) {
        Organisation organisation = registered.organisation();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", organisation.id().value());
        columns.put("name", organisation.name().value());
        columns.put("accountName", organisation.accountName().value());
        columns.put("defaultLanguage", organisation.defaultLanguage().value());
        columns.put("timeZone", organisation.timeZone().getId());
        columns.put("version", registered.version());
        columns.put("createdAt", utc(registered.createdAt()));
        columns.put("reason", null);
        columns.put("by", null);
        columns.put("since", null);
        columns.put("standing", "ACTIVE");
        if (registered.state() instanceof OrganisationState.Suspended suspended) {
            columns.put("reason", suspended.reason().value());
            columns.put("by", suspended.by());
            columns.put("since", utc(suspended.since()));
            columns.put("standing", "SUSPENDED");
        }
        return columns;
    }

    private static RegisteredOrganisation organisation(ResultSet row) throws SQLException {
        var organisation = new Organisation(
                new OrganisationId(row.getString("id")),
                new Name(row.getString("name")),
                new AccountName(row.getString("account_name")),
                new LanguageTag(row.getString("default_language")),
                ZoneId.of(row.getString("time_zone")));
        return new RegisteredOrganisation(organisation, state(row), row.getLong("version"), instant(row, "created_at"));
    }

    private static OrganisationState state(ResultSet row) throws SQLException {
        @Nullable String reason = row.getString("suspended_reason");
        return reason == null
                ? new OrganisationState.Active()
                : new OrganisationState.Suspended(
                        new SuspensionReason(reason), row.getString("suspended_by"), instant(row, "suspended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
