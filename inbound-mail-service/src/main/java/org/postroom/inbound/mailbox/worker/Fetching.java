package org.postroom.inbound.mailbox.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.MailboxConnector;
import org.postroom.inbound.mailbox.MailboxException;
import org.postroom.inbound.mailbox.MailboxPublisher;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.OpenMailbox;
import org.postroom.inbound.mailbox.Pull;
import org.postroom.inbound.mailbox.Standing;
import org.postroom.inbound.mailbox.imap.MailboxSettings;
import org.postroom.inbound.mailbox.jdbc.MailboxDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches from one mailbox, as it was described when this began, until it is stopped. */
final class Fetching {

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    private final Mailbox mailbox;
    private final Parts parts;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile Standing standing;
    private volatile @Nullable OpenMailbox open;

    private Fetching(Mailboxes.Known known, Parts parts) {
        this.mailbox = known.mailbox();
        this.standing = known.standing();
        this.parts = parts;
        this.thread = Thread.ofVirtual().name("mailbox-" + mailbox.id()).unstarted(this::run);
    }

    /** Begins to fetch, on a thread of its own. */
    static Fetching start(Mailboxes.Known known, Parts parts) {
        var fetching = new Fetching(known, parts);
        fetching.thread.start();
        return fetching;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Standing standing() {
        return standing;
    }

    /** False once it has come to its end by itself: the mailbox was changed or removed. */
    boolean isRunning() {
        return thread.isAlive();
    }

    /** Ends it; what is on its way into reception comes to its end. */
    void stop() {
        stopped.countDown();
        OpenMailbox present = open;
        if (present != null) {
            present.close();
        }
    }

    private boolean goesOn() {
        return stopped.getCount() > 0;
    }

    private void run() {
        try {
            boolean same = true;
            while (same && goesOn()) {
                Duration pause = Duration.between(parts.clock().instant(), standing.nextAttempt());
                if (pause.isPositive() && stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                same = attempt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** From one sign-in to the next; false where the mailbox was changed or removed. */
    private boolean attempt() {
        try {
            String secret = parts.mailboxes()
                    .secret(mailbox.organisationId(), mailbox.id())
                    .orElse(null);
            return secret != null && session(secret);
        } catch (MailboxException failed) {
            failed(failed.told(), failed.isSignInRefused(), failed);
        } catch (RuntimeException unforeseen) {
            failed("Something of ours failed. It is tried again.", false, unforeseen);
        }
        return true;
    }

    private boolean session(String secret) throws MailboxException {
        Instant end = parts.clock().instant().plus(parts.settings().session());
        try (OpenMailbox present = parts.connector().open(mailbox, secret)) {
            open = present;
            boolean same = true;
            Instant now = parts.clock().instant();
            while (same && goesOn() && now.isBefore(end)) {
                same = parts.pull().round(mailbox, present, this::goesOn);
                now = parts.clock().instant();
                keep(standing.fetched(now));
                if (same && goesOn() && now.isBefore(end)) {
                    present.await(Duration.between(now, end));
                    now = parts.clock().instant();
                }
            }
            return same;
        } finally {
            open = null;
        }
    }

    private void failed(String why, boolean refused, Exception cause) {
        if (!goesOn()) {
            return;
        }
        Instant now = parts.clock().instant();
        Standing next = standing.failed(why, refused, parts.settings().retryPause(), now);
        LOG.atWarn()
                .addKeyValue("organisationId", mailbox.organisationId())
                .addKeyValue("mailboxId", mailbox.id())
                .addKeyValue("host", mailbox.host())
                .addKeyValue("signInRefused", refused)
                .setCause(cause)
                .log("Nothing could be fetched from a mailbox");
        try {
            if (next.isToBeTold()) {
                Instant since = next.failingSince() == null ? now : next.failingSince();
                parts.database().inTransaction(() -> {
                    parts.publisher().signInRefused(mailbox, since, now);
                    return since;
                });
            }
            keep(next);
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("mailboxId", mailbox.id()).setCause(away).log("How fetching goes was not kept");
            standing = next;
        }
    }

    private void keep(Standing next) {
        parts.mailboxes().keep(mailbox, next);
        standing = next;
    }

    /** What fetching works with. */
    record Parts(
            Mailboxes mailboxes,
            MailboxConnector connector,
            Pull pull,
            MailboxPublisher publisher,
            MailboxDatabase database,
            MailboxSettings settings,
            Clock clock) {}
}
