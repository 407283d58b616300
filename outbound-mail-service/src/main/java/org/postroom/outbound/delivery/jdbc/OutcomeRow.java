package org.postroom.outbound.delivery.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.Outcome;

/** An outcome as columns. */
record OutcomeRow(
        String outcome,
        @Nullable String server,
        @Nullable String answer,
        @Nullable String enhancedStatus) {

    static OutcomeRow of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered(String server, String answer) -> new OutcomeRow("DELIVERED", server, answer, null);
            case Outcome.Deferred(String reason) -> new OutcomeRow("DEFERRED", null, reason, null);
            case Outcome.Refused(String status, String reason) -> new OutcomeRow("REFUSED", null, reason, status);
            case Outcome.Unknown(String server) -> new OutcomeRow("UNKNOWN", server, null, null);
        };
    }

    static @Nullable Outcome read(ResultSet row) throws SQLException {
        return switch (row.getString("outcome")) {
            case null -> null;
            case "DELIVERED" -> new Outcome.Delivered(row.getString("server"), row.getString("answer"));
            case "DEFERRED" -> new Outcome.Deferred(row.getString("answer"));
            case "REFUSED" -> new Outcome.Refused(row.getString("enhanced_status"), row.getString("answer"));
            case "UNKNOWN" -> new Outcome.Unknown(row.getString("server"));
            case String other ->
                throw new IllegalStateException("expected a known outcome in the ledger, but got " + other);
        };
    }
}
