package org.postroom.inbound.mailbox.worker;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.MailboxLeases;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.Standing;
import org.postroom.runtime.work.Work;

/** Holds the leases of this replica's mailboxes, and has each of them fetched from. */
final class MailboxWork implements Work {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofSeconds(2);

    private final MailboxLeases leases;
    private final Fetching.Parts parts;
    private final String owner;
    private final MultiGauge failing;
    private final Map<String, Fetching> running = new HashMap<>();
    private Instant leasedUntil = Instant.MIN;

    /**
     * Takes what it works with.
     *
     * @param owner names this replica, and no other one
     * @param failing shows for how long each mailbox fails
     */
    MailboxWork(MailboxLeases leases, Fetching.Parts parts, String owner, MultiGauge failing) {
        this.leases = leases;
        this.parts = parts;
        this.owner = owner;
        this.failing = failing;
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        Instant now = parts.clock().instant();
        try {
            parts.database().prepare();
            List<Mailboxes.Known> leased = leases.take(owner, parts.settings().most(), LEASE);
            leasedUntil = now.plus(LEASE);
            follow(leased);
        } catch (RuntimeException away) {
            if (leasedUntil.isBefore(now)) {
                // Another replica may have them by now.
                stopAll();
            }
            throw away;
        } finally {
            show(now);
        }
        return REST;
    }

    @Override
    public void close() {
        stopAll();
        show(parts.clock().instant());
        leases.giveBack(owner);
    }

    private void follow(List<Mailboxes.Known> leased) {
        Set<String> wanted = new HashSet<>();
        for (Mailboxes.Known known : leased) {
            String key =
                    known.mailbox().organisationId() + "/" + known.mailbox().id();
            wanted.add(key);
            Fetching present = running.get(key);
            if (present != null && present.isRunning() && present.mailbox().equals(known.mailbox())) {
                continue;
            }
            if (present != null) {
                present.stop();
            }
            running.put(key, Fetching.start(known, parts));
        }
        running.entrySet().removeIf(entry -> {
            boolean over = !wanted.contains(entry.getKey());
            if (over) {
                entry.getValue().stop();
            }
            return over;
        });
    }

    private void stopAll() {
        running.values().forEach(Fetching::stop);
        running.clear();
    }

    private void show(Instant now) {
        failing.register(
                running.values().stream()
                        .map(fetching -> MultiGauge.Row.of(
                                Tags.of(
                                        "organisation",
                                        fetching.mailbox().organisationId(),
                                        "mailbox",
                                        fetching.mailbox().id(),
                                        "sign_in_refused",
                                        String.valueOf(fetching.standing().isRefused())),
                                seconds(fetching.standing(), now)))
                        .toList(),
                true);
    }

    private static double seconds(Standing standing, Instant now) {
        @Nullable Instant since = standing.failingSince();
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
    }
}
