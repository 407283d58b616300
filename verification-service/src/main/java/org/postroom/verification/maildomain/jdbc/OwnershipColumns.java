package org.postroom.verification.maildomain.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.ownership.Ownership;
import org.postroom.verification.ownership.Ownership.InDoubt;
import org.postroom.verification.ownership.Ownership.Owned;
import org.postroom.verification.ownership.Ownership.Unproven;
import org.postroom.verification.ownership.Ownership.Waiting;

/**
 * Whether a name is the organisation's, as four columns.
 *
 * @param state the state's name
 * @param since when it began; null where nothing is proven
 * @param graceEndsAt when the name is free again; null where that is not foreseen
 * @param held the name that another organisation has; null where none is in the way
 */
record OwnershipColumns(
        String state,
        @Nullable Instant since,
        @Nullable Instant graceEndsAt,
        @Nullable String held) {

    static OwnershipColumns of(Ownership ownership) {
        return switch (ownership) {
            case Unproven none -> new OwnershipColumns("UNPROVEN", null, null, null);
            case Waiting waiting -> new OwnershipColumns("WAITING", waiting.since(), null, waiting.held());
            case Owned owned -> new OwnershipColumns("OWNED", owned.since(), null, null);
            case InDoubt doubt -> new OwnershipColumns("IN_DOUBT", doubt.since(), doubt.graceEndsAt(), null);
        };
    }

    static Ownership read(ResultSet row) throws SQLException {
        String state = row.getString("ownership_state");
        return switch (state) {
            case "UNPROVEN" -> new Unproven();
            case "WAITING" -> new Waiting(instant(row, "ownership_since"), row.getString("ownership_held"));
            case "OWNED" -> new Owned(instant(row, "ownership_since"));
            case "IN_DOUBT" -> new InDoubt(instant(row, "ownership_since"), instant(row, "ownership_grace_ends_at"));
            default -> throw new IllegalStateException("expected the state of an ownership, but got " + state);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
