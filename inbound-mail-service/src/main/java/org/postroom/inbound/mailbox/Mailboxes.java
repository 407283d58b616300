package org.postroom.inbound.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organisations' mailboxes, each with the place reached in it. Secrets are sealed at rest. */
public interface Mailboxes {

    /** An organisation's mailboxes with their standings, by host, user and folder. */
    List<Known> of(String organisationId);

    /** One of them; empty where the organisation has none with this identifier. */
    Optional<Known> withId(String organisationId, String mailboxId);

    /** The same, and nobody else adds or changes mailboxes of the organisation until the present transaction ends. */
    Optional<Known> lock(String organisationId, @Nullable String mailboxId);

    /** The secret of a mailbox; empty where there is no such mailbox. */
    Optional<String> secret(String organisationId, String mailboxId);

    /**
     * Adds a mailbox, or changes it, which is a reason to try it at once.
     *
     * @param keepsPlace whether the place reached counts for what the mailbox is now
     */
    void put(Mailbox mailbox, String secret, boolean keepsPlace, Instant at);

    /** Removes a mailbox, its secret and all that is known of it. */
    void remove(String organisationId, String mailboxId);

    /** Removes all mailboxes of an organisation. */
    void removeOrganisation(String organisationId);

    /** The place reached in a mailbox; empty where it was never opened. */
    Optional<Place> place(Mailbox mailbox);

    /**
     * Keeps a place, unless one is known that lies behind it, or the mailbox has been changed since.
     *
     * @return false where the mailbox has been changed or removed, so that fetching by the old description has to end
     */
    boolean reached(Mailbox mailbox, Place place);

    /** Notes a mail that was not taken for good, and stays where it is. */
    void notTaken(Mailbox mailbox, Place place, long uid, String reason, Instant at);

    /** Keeps how fetching goes; does nothing where the mailbox has been changed since. */
    void keep(Mailbox mailbox, Standing standing);

    /** Mails that were not taken, the latest first, at most 20. */
    List<NotTaken> notTaken(String organisationId, String mailboxId);

    /**
     * A mailbox with its standing.
     *
     * @param mailbox the mailbox
     * @param standing how fetching goes
     */
    record Known(Mailbox mailbox, Standing standing) {}

    /**
     * A mail that was not taken.
     *
     * @param uid its number in the folder
     * @param reason why, for people
     * @param at when
     */
    record NotTaken(long uid, String reason, Instant at) {}
}
