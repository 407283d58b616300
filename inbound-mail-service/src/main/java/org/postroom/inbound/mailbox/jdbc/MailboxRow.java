package org.postroom.inbound.mailbox.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.mailbox.Mailbox.Authentication;
import org.postroom.inbound.mailbox.Mailbox.Encryption;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.Place;
import org.postroom.inbound.mailbox.Standing;
import org.postroom.runtime.token.OAuth2;

/** Reads rows of mailboxes. */
final class MailboxRow {

    private MailboxRow() {}

    static Mailboxes.Known known(ResultSet row) throws SQLException {
        return new Mailboxes.Known(mailbox(row), standing(row));
    }

    static Place place(ResultSet row) throws SQLException {
        @Nullable Instant since = optionalInstant(row, "remade_since");
        return new Place(
                row.getLong("uid_validity"),
                row.getLong("last_uid"),
                instant(row, "arrived_until"),
                since == null ? null : new Place.Remade(row.getLong("remade_below"), since));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Mailbox mailbox(ResultSet row) throws SQLException {
        var authentication = Authentication.valueOf(row.getString("authentication"));
        return new Mailbox(
                row.getString("mailbox_id"),
                row.getString("organisation_id"),
                row.getString("address_id"),
                row.getString("host"),
                row.getInt("port"),
                Encryption.valueOf(row.getString("encryption")),
                authentication,
                row.getString("user_name"),
                authentication == Authentication.OAUTH2
                        ? new OAuth2(
                                row.getString("token_endpoint"), row.getString("client_id"), row.getString("scope"))
                        : null,
                row.getString("folder"),
                Afterwards.valueOf(row.getString("afterwards")),
                row.getBoolean("fetch_old"),
                row.getLong("version"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                optionalInstant(row, "failing_since"),
                row.getString("problem"),
                row.getInt("refusals"),
                row.getInt("failures"),
                instant(row, "next_attempt"),
                optionalInstant(row, "fetched_at"));
    }
}
