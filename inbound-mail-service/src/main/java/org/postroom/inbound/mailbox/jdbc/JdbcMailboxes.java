package org.postroom.inbound.mailbox.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.MailboxLeases;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.Place;
import org.postroom.inbound.mailbox.Standing;
import org.postroom.runtime.secret.SecretBox;
import org.postroom.runtime.token.OAuth2;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each mailbox as a row, its secret sealed for its organisation. */
final class JdbcMailboxes implements Mailboxes, MailboxLeases {

    private static final String PURPOSE = "mailbox-secret";
    private static final int MOST_NOT_TAKEN = 20;
    private static final String OF_ORGANISATION = " from mailbox where organisation_id = :organisation";
    private static final String ONE = OF_ORGANISATION + " and mailbox_id = :mailbox";
    private static final String THIS_VERSION =
            " where organisation_id = :organisation and mailbox_id = :mailbox and version = :version";

    private final JdbcClient database;
    private final SecretBox box;
    private final Clock clock;

    JdbcMailboxes(JdbcClient database, SecretBox box, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public List<Known> of(String organisationId) {
        return database.sql("select *" + OF_ORGANISATION + " order by host, user_name, folder")
                .param("organisation", organisationId)
                .query((row, _) -> MailboxRow.known(row))
                .list();
    }

    @Override
    public Optional<Known> withId(String organisationId, String mailboxId) {
        return one("select *" + ONE, organisationId, mailboxId)
                .query((row, _) -> MailboxRow.known(row))
                .optional();
    }

    @Override
    public Optional<Known> lock(String organisationId, @Nullable String mailboxId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "mailboxes " + organisationId)
                .query((row, _) -> true)
                .list();
        return mailboxId == null ? Optional.empty() : withId(organisationId, mailboxId);
    }

    @Override
    public Optional<String> secret(String organisationId, String mailboxId) {
        return one("select secret" + ONE, organisationId, mailboxId)
                .query((row, _) ->
                        new String(box.open(row.getBytes("secret"), organisationId, PURPOSE), StandardCharsets.UTF_8))
                .optional();
    }

    @Override
    public void put(Mailbox mailbox, String secret, boolean keepsPlace, Instant at) {
        OAuth2 oauth2 = mailbox.oauth2();
        of("""
                insert into mailbox (organisation_id, mailbox_id, address_id, host, port, encryption, authentication,
                    user_name, token_endpoint, client_id, scope, secret, folder, afterwards, fetch_old, version,
                    changed_at, next_attempt)
                values (:organisation, :mailbox, :address, :host, :port, :encryption, :authentication, :user, :endpoint,
                    :client, :scope, :secret, :folder, :afterwards, :old, :version, :at, :at)
                on conflict (organisation_id, mailbox_id) do update set address_id = excluded.address_id,
                    host = excluded.host, port = excluded.port, encryption = excluded.encryption,
                    authentication = excluded.authentication, user_name = excluded.user_name,
                    token_endpoint = excluded.token_endpoint, client_id = excluded.client_id, scope = excluded.scope,
                    secret = excluded.secret, folder = excluded.folder, afterwards = excluded.afterwards,
                    fetch_old = excluded.fetch_old, version = excluded.version, changed_at = excluded.changed_at,
                    next_attempt = excluded.next_attempt, failing_since = null, problem = null, refusals = 0,
                    failures = 0,
                    uid_validity = case when :keeps then mailbox.uid_validity end,
                    last_uid = case when :keeps then mailbox.last_uid end,
                    arrived_until = case when :keeps then mailbox.arrived_until end,
                    remade_below = case when :keeps then mailbox.remade_below end,
                    remade_since = case when :keeps then mailbox.remade_since end
                """, mailbox)
                .param("address", mailbox.addressId())
                .param("host", mailbox.host())
                .param("port", mailbox.port())
                .param("encryption", mailbox.encryption().name())
                .param("authentication", mailbox.authentication().name())
                .param("user", mailbox.userName())
                .param("endpoint", oauth2 == null ? null : oauth2.tokenEndpoint())
                .param("client", oauth2 == null ? null : oauth2.clientId())
                .param("scope", oauth2 == null ? null : oauth2.scope())
                .param("secret", box.seal(secret.getBytes(StandardCharsets.UTF_8), mailbox.organisationId(), PURPOSE))
                .param("folder", mailbox.folder())
                .param("afterwards", mailbox.afterwards().name())
                .param("old", mailbox.fetchOld())
                .param("at", time(at))
                .param("keeps", keepsPlace)
                .update();
    }

    @Override
    public void remove(String organisationId, String mailboxId) {
        one("delete" + ONE, organisationId, mailboxId).update();
    }

    @Override
    public void removeOrganisation(String organisationId) {
        database.sql("delete" + OF_ORGANISATION)
                .param("organisation", organisationId)
                .update();
    }

    @Override
    public Optional<Place> place(Mailbox mailbox) {
        return one("select *" + ONE + " and uid_validity is not null", mailbox.organisationId(), mailbox.id())
                .query((row, _) -> MailboxRow.place(row))
                .optional();
    }

    @Override
    public boolean reached(Mailbox mailbox, Place place) {
        Place.Remade remade = place.remade();
        return of(
                                "update mailbox set uid_validity = :validity, last_uid = :uid, arrived_until = :until,"
                                        + " remade_below = :below, remade_since = :since" + THIS_VERSION
                                        + " and (uid_validity is distinct from :validity or last_uid <= :uid)",
                                mailbox)
                        .param("validity", place.validity())
                        .param("uid", place.uid())
                        .param("until", time(place.arrivedUntil()))
                        .param("below", remade == null ? null : remade.below())
                        .param("since", remade == null ? null : time(remade.since()))
                        .update()
                == 1;
    }

    @Override
    public void notTaken(Mailbox mailbox, Place place, long uid, String reason, Instant at) {
        of("""
                insert into mailbox_not_taken (organisation_id, mailbox_id, uid_validity, uid, reason, noted_at)
                select organisation_id, mailbox_id, :validity, :uid, :reason, :at from mailbox
                where organisation_id = :organisation and mailbox_id = :mailbox and version = :version
                on conflict do nothing
                """, mailbox)
                .param("validity", place.validity())
                .param("uid", uid)
                .param("reason", reason)
                .param("at", time(at))
                .update();
    }

    @Override
    public List<NotTaken> notTaken(String organisationId, String mailboxId) {
        return database.sql("select uid, reason, noted_at from mailbox_not_taken"
                        + " where organisation_id = :organisation and mailbox_id = :mailbox"
                        + " order by noted_at desc, uid desc limit " + MOST_NOT_TAKEN)
                .param("organisation", organisationId)
                .param("mailbox", mailboxId)
                .query((row, _) ->
                        new NotTaken(row.getLong("uid"), row.getString("reason"), MailboxRow.instant(row, "noted_at")))
                .list();
    }

    @Override
    public void keep(Mailbox mailbox, Standing standing) {
        of(
                        "update mailbox set failing_since = :failing, problem = :problem, refusals = :refusals,"
                                + " failures = :failures, next_attempt = :next, fetched_at = :fetched" + THIS_VERSION,
                        mailbox)
                .param("failing", time(standing.failingSince()))
                .param("problem", standing.problem())
                .param("refusals", standing.refusals())
                .param("failures", standing.failures())
                .param("next", time(standing.nextAttempt()))
                .param("fetched", time(standing.fetchedAt()))
                .update();
    }

    @Override
    public List<Known> take(String owner, int most, Duration time) {
        Instant now = clock.instant();
        return database.sql("""
                        update mailbox set leased_by = :owner, leased_until = :until
                        where (organisation_id, mailbox_id) in (
                            select organisation_id, mailbox_id from mailbox
                            where leased_by = :owner or leased_until < :now
                            order by (leased_by = :owner) desc nulls last, leased_until
                            limit :most for update skip locked)
                        returning *
                        """)
                .param("owner", owner)
                .param("now", time(now))
                .param("until", time(now.plus(time)))
                .param("most", most)
                .query((ResultSet row, int _) -> MailboxRow.known(row))
                .list();
    }

    @Override
    public void giveBack(String owner) {
        database.sql("update mailbox set leased_by = null, leased_until = :now where leased_by = :owner")
                .param("owner", owner)
                .param("now", time(clock.instant()))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, Mailbox mailbox) {
        return one(sql, mailbox.organisationId(), mailbox.id()).param("version", mailbox.version());
    }

    private JdbcClient.StatementSpec one(String sql, String organisationId, String mailboxId) {
        return database.sql(sql).param("organisation", organisationId).param("mailbox", mailboxId);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
