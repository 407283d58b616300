package org.postroom.inbound.mailbox;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;

/** Adds, changes, tries and removes an organisation's mailboxes. The caller provides the transaction. */
public final class MailboxDesk {

    /** The most mailboxes of one organisation. */
    public static final int MOST_MAILBOXES = 20;

    private static final String KIND = "mailbox";

    private final Mailboxes mailboxes;
    private final Directory directory;
    private final HostLookup lookup;
    private final NetworkGuard guard;
    private final MailboxConnector connector;
    private final MailboxPublisher publisher;
    private final IdSource ids;
    private final Clock clock;

    /** Takes what the desk works with. */
    public MailboxDesk(
            Mailboxes mailboxes,
            Directory directory,
            HostLookup lookup,
            NetworkGuard guard,
            MailboxConnector connector,
            MailboxPublisher publisher,
            IdSource ids,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.lookup = lookup;
        this.guard = guard;
        this.connector = connector;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** An organisation's mailboxes. */
    public List<Mailboxes.Known> list(String organisationId) {
        return mailboxes.of(organisationId);
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the organisation has no such mailbox
     */
    public Mailboxes.Known get(String organisationId, String mailboxId) {
        return mailboxes.withId(organisationId, mailboxId).orElseThrow(() -> new NotFoundException(KIND, mailboxId));
    }

    /** Mails of it that were not taken, the latest first. */
    public List<Mailboxes.NotTaken> notTaken(String organisationId, String mailboxId) {
        return mailboxes.notTaken(organisationId, mailboxId);
    }

    /**
     * Adds a mailbox.
     *
     * @throws InvalidFieldException where a field breaks a rule
     * @throws ConflictException where the organisation has enough of them, or this one already
     */
    public Mailboxes.Known add(String organisationId, String userId, MailboxForm form) {
        Mailbox mailbox = checked(form, organisationId, ids.next(), 1);
        mailboxes.lock(organisationId, null);
        List<Mailboxes.Known> present = mailboxes.of(organisationId);
        if (present.size() >= MOST_MAILBOXES) {
            throw new ConflictException(
                    "expected at most %d mailboxes, but there are as many already".formatted(MOST_MAILBOXES));
        }
        return save(mailbox, userId, MailboxRules.secret(form, mailbox, null), false, present);
    }

    /**
     * Changes a mailbox; without a secret in the form the stored one stays, as long as the host does.
     *
     * @throws ConflictException where somebody else changed it meanwhile
     */
    public Mailboxes.Known change(String organisationId, String userId, String mailboxId, MailboxForm form) {
        Mailbox present = mailboxes
                .lock(organisationId, mailboxId)
                .orElseThrow(() -> new NotFoundException(KIND, mailboxId))
                .mailbox();
        if (!Objects.equals(form.version(), present.version())) {
            throw new ConflictException("expected version %d, but the mailbox has version %d: somebody else changed it"
                    .formatted(form.version() == null ? 0 : form.version(), present.version()));
        }
        Mailbox changed = checked(form, organisationId, mailboxId, present.version() + 1);
        String secret = MailboxRules.secret(form, changed, stored(present, changed));
        boolean keepsPlace = changed.isSameFolderAs(present);
        return save(changed, userId, secret, keepsPlace, mailboxes.of(organisationId));
    }

    /** Removes a mailbox and its secret; at its provider nothing changes. */
    public void remove(String organisationId, String userId, String mailboxId) {
        if (mailboxes.lock(organisationId, mailboxId).isEmpty()) {
            throw new NotFoundException(KIND, mailboxId);
        }
        mailboxes.remove(organisationId, mailboxId);
        publisher.removed(organisationId, mailboxId, userId, clock.instant());
    }

    /**
     * What is to be tried without storing it.
     *
     * @param mailboxId the stored mailbox whose secret counts where the form has none; null for none
     */
    public Trial trial(String organisationId, MailboxForm form, @Nullable String mailboxId) {
        Mailbox mailbox = MailboxRules.checked(form, organisationId, "test", 1, guard.allowPrivate());
        @Nullable
        String stored =
                mailboxId == null ? null : stored(get(organisationId, mailboxId).mailbox(), mailbox);
        return new Trial(mailbox, MailboxRules.secret(form, mailbox, stored));
    }

    /** Tries a mailbox, which takes as long as its server wants. */
    public List<StepResult> run(Trial trial) {
        return connector.test(trial.mailbox, trial.secret);
    }

    private Mailbox checked(MailboxForm form, String organisationId, String id, long version) {
        Mailbox mailbox = MailboxRules.checked(form, organisationId, id, version, guard.allowPrivate());
        if (!(directory.withId(organisationId, mailbox.addressId()) instanceof DirectoryAnswer.Receives)) {
            throw new InvalidFieldException(
                    "addressId", "expected an address of yours that receives, but " + mailbox.addressId() + " is none");
        }
        refuseInnerHost(mailbox);
        return mailbox;
    }

    /** A stored secret goes only where its owner sent it: to the same server, in the same way. */
    private @Nullable String stored(Mailbox present, Mailbox wanted) {
        boolean same = present.host().equals(wanted.host())
                && present.port() == wanted.port()
                && present.encryption() == wanted.encryption()
                && present.authentication() == wanted.authentication()
                && Objects.equals(endpoint(present), endpoint(wanted));
        return same ? mailboxes.secret(present.organisationId(), present.id()).orElse(null) : null;
    }

    private static @Nullable String endpoint(Mailbox mailbox) {
        return mailbox.oauth2() == null ? null : mailbox.oauth2().tokenEndpoint();
    }

    private Mailboxes.Known save(
            Mailbox mailbox, String userId, String secret, boolean keepsPlace, List<Mailboxes.Known> present) {
        Optional<Mailbox> namesake = present.stream()
                .map(Mailboxes.Known::mailbox)
                .filter(other -> !other.id().equals(mailbox.id()) && other.isSameFolderAs(mailbox))
                .findFirst();
        if (namesake.isPresent()) {
            throw new InvalidFieldException(
                    "folder", "expected a folder that is not fetched from yet, but there is another mailbox with it");
        }
        Instant now = clock.instant();
        mailboxes.put(mailbox, secret, keepsPlace, now);
        publisher.configured(mailbox, userId, now);
        return get(mailbox.organisationId(), mailbox.id());
    }

    /** A host that cannot be found now may be found later; one inside our network is refused at once. */
    private void refuseInnerHost(Mailbox mailbox) {
        if (lookup.of(mailbox.host()) instanceof HostLookup.Result.Found(List<InetAddress> addresses)
                && addresses.stream().noneMatch(guard::allows)) {
            throw new InvalidFieldException(
                    "host", "expected a server on the public network, but " + mailbox.host() + " is not there");
        }
    }

    /** A mailbox that is to be tried, with its secret. */
    public static final class Trial {

        private final Mailbox mailbox;
        private final String secret;

        private Trial(Mailbox mailbox, String secret) {
            this.mailbox = mailbox;
            this.secret = secret;
        }
    }
}
