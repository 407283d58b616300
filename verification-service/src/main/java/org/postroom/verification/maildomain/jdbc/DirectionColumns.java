package org.postroom.verification.maildomain.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Failed;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;

/**
 * A direction's state as three columns.
 *
 * @param state the state's name
 * @param since when it began; null where it has not
 * @param graceEndsAt when it fails; null where it does not
 */
record DirectionColumns(
        String state, @Nullable Instant since, @Nullable Instant graceEndsAt) {

    static DirectionColumns of(DirectionState state) {
        return switch (state) {
            case NotStarted none -> new DirectionColumns("NOT_STARTED", null, null);
            case Pending pending -> new DirectionColumns("PENDING", pending.since(), null);
            case Verified verified -> new DirectionColumns("VERIFIED", verified.since(), null);
            case Degraded degraded -> new DirectionColumns("DEGRADED", degraded.since(), degraded.graceEndsAt());
            case Failed failed -> new DirectionColumns("FAILED", failed.since(), null);
        };
    }

    /** Reads the columns whose names begin with the direction's. */
    static DirectionState read(ResultSet row, String direction) throws SQLException {
        String state = row.getString(direction + "_state");
        return switch (state) {
            case "NOT_STARTED" -> new NotStarted();
            case "PENDING" -> new Pending(instant(row, direction + "_since"));
            case "VERIFIED" -> new Verified(instant(row, direction + "_since"));
            case "DEGRADED" ->
                new Degraded(instant(row, direction + "_since"), instant(row, direction + "_grace_ends_at"));
            case "FAILED" -> new Failed(instant(row, direction + "_since"));
            default -> throw new IllegalStateException("expected the state of a direction, but got " + state);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
