package org.postroom.verification.maildomain.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore.KeptDomain;
import org.postroom.verification.maildomain.Standing;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A domain as a row. */
final class DomainRow {

    private DomainRow() {}

    static StatementSpec bind(MailDomain domain, @Nullable Instant nextCheckAt, StatementSpec statement) {
        DirectionColumns receiving = DirectionColumns.of(domain.receiving());
        DirectionColumns sending = DirectionColumns.of(domain.sending());
        OwnershipColumns ownership = OwnershipColumns.of(domain.ownership());
        return statement
                .param("organisation", domain.identity().organisationId())
                .param("domain", domain.identity().domainId())
                .param("name", domain.identity().domainName())
                .param("use", StoredJson.of(domain.use()))
                .param("tokens", StoredJson.of(domain.tokens()))
                .param("keys", StoredJson.of(domain.dkimKeys()))
                .param("issue", StoredJson.of(domain.issue()))
                .param("receivingState", receiving.state())
                .param("receivingSince", timestamp(receiving.since()))
                .param("receivingGraceEndsAt", timestamp(receiving.graceEndsAt()))
                .param("sendingState", sending.state())
                .param("sendingSince", timestamp(sending.since()))
                .param("sendingGraceEndsAt", timestamp(sending.graceEndsAt()))
                .param("ownershipState", ownership.state())
                .param("ownershipSince", timestamp(ownership.since()))
                .param("ownershipGraceEndsAt", timestamp(ownership.graceEndsAt()))
                .param("ownershipHeld", ownership.held())
                .param("redirectProvenAt", timestamp(domain.redirectProvenAt()))
                .param("eagerSince", timestamp(domain.eagerSince()))
                .param("findings", StoredJson.of(domain.last()))
                .param("lastCheckedAt", timestamp(domain.lastCheckedAt()))
                .param("nextCheckAt", timestamp(nextCheckAt));
    }

    static KeptDomain kept(ResultSet row) throws SQLException {
        return new KeptDomain(domain(row), instant(row, "next_check_at"), instant(row, "last_requested_at"));
    }

    static MailDomain domain(ResultSet row) throws SQLException {
        return new MailDomain(
                new DomainIdentity(
                        row.getString("organisation_id"), row.getString("domain_id"), row.getString("domain_name")),
                StoredJson.use(row.getString("use")),
                StoredJson.tokens(row.getString("tokens")),
                StoredJson.keys(row.getString("dkim_keys")),
                StoredJson.issue(row.getString("issue")),
                new Standing(
                        DirectionColumns.read(row, "receiving"),
                        DirectionColumns.read(row, "sending"),
                        OwnershipColumns.read(row)),
                instant(row, "redirect_proven_at"),
                row.getObject("eager_since", OffsetDateTime.class).toInstant(),
                StoredJson.findings(row.getString("findings")),
                instant(row, "last_checked_at"));
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
