package org.postroom.domain.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.postroom.domain.audit.AuditTrail.AuditEntry;
import org.postroom.domain.audit.AuditedChange.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row a change. Its place is counted under the lock that every change of an organisation holds. */
@Component
final class JdbcAuditTrail implements AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcAuditTrail.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    JdbcAuditTrail(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void add(String organisationId, AuditedChange change) {
        database.sql("""
                        insert into audit_entry (organisation_id, sequence, changed_at, changed_by, kind, entry_id, label,
                        action, version, changes)
                        values (:organisation,
                        (select coalesce(max(sequence), 0) + 1 from audit_entry where organisation_id = :organisation),
                        :changedAt, :changedBy, :kind, :id, :label, :action, :version, :changes::jsonb)
                        """)
                .param("organisation", organisationId)
                .param("changedAt", OffsetDateTime.ofInstant(change.changedAt(), ZoneOffset.UTC))
                .param("changedBy", change.changedBy())
                .param("kind", change.kind())
                .param("id", change.id())
                .param("label", change.label())
                .param("action", change.action().name())
                .param("version", change.version())
                .param("changes", JSON.writeValueAsString(change.changes()))
                .update();
        logOnceCommitted(organisationId, change);
    }

    @Override
    public List<AuditEntry> newest(String organisationId, AuditQuery query) {
        return database.sql("""
                        select sequence, changed_at, changed_by, kind, entry_id, label, action, version, changes
                        from audit_entry where organisation_id = :organisation
                        and (:kind::text is null or kind = :kind)
                        and (:id::text is null or entry_id = :id)
                        and (:before::bigint is null or sequence < :before)
                        order by sequence desc limit :limit
                        """)
                .param("organisation", organisationId)
                .param("kind", query.kind())
                .param("id", query.id())
                .param("before", query.before())
                .param("limit", query.limit())
                .query((row, number) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                new AuditedChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        row.getString("kind"),
                        row.getString("entry_id"),
                        row.getString("label"),
                        Action.valueOf(row.getString("action")),
                        row.getLong("version"),
                        JSON.readValue(row.getString("changes"), new TypeReference<List<FieldChange>>() {})));
    }

    private static void logOnceCommitted(String organisationId, AuditedChange change) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                LOG.atInfo()
                        .addKeyValue("organisationId", organisationId)
                        .addKeyValue("kind", change.kind())
                        .addKeyValue("id", change.id())
                        .addKeyValue("action", change.action())
                        .addKeyValue("version", change.version())
                        .addKeyValue("userId", change.changedBy())
                        .log("The configuration was changed");
            }
        });
    }
}
