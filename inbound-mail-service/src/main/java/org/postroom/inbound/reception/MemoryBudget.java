package org.postroom.inbound.reception;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postroom.runtime.message.MessageStore;

/**
 * The memory for mails that are coming in, in octets. No client may have more than its share of it, so that one that sends
 * very much at once leaves room for all others.
 */
public final class MemoryBudget {

    /** What any mail takes while it comes in: the buffers between the network and the store. */
    private static final int OF_EACH_MAIL = 72 * 1024;

    private static final int OF_EACH_COPY = MessageStore.MOST_OF_DRAFT_IN_MEMORY;

    private final long most;
    private final long mostOfClient;
    private final long patienceNanos;
    private final Map<String, Long> ofClients = new HashMap<>();
    private long taken;

    /**
     * Makes a budget.
     *
     * @param most how much all clients may take
     * @param share what part of that one client may take, above 0 and up to 1
     * @param patience how long a mail may wait for its place
     */
    public MemoryBudget(long most, double share, Duration patience) {
        // Whatever is set, a mail can come in where there is no other.
        this.most = Math.max(most, OF_EACH_MAIL + OF_EACH_COPY);
        this.mostOfClient = Math.max((long) (most * share), OF_EACH_MAIL + OF_EACH_COPY);
        this.patienceNanos = patience.toNanos();
    }

    /** How many octets are taken. */
    public synchronized long taken() {
        return taken;
    }

    /**
     * Makes place for a mail; waits for it where there is none.
     *
     * @param clientAddress the network address that the mail comes from
     * @param copies how many copies of it are stored; of very many only as much is counted as one client may have
     * @return empty where there was no place in time
     */
    Optional<Share> open(String clientAddress, long copies) {
        long octets = Math.min(OF_EACH_MAIL + copies * OF_EACH_COPY, mostOfClient);
        String client = Networks.clientOf(clientAddress);
        long end = System.nanoTime() + patienceNanos;
        synchronized (this) {
            try {
                while (!take(client, octets)) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return Optional.empty();
                    }
                    wait(Math.max(1, Duration.ofNanos(left).toMillis()));
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.of(new Share(client, octets));
    }

    private synchronized boolean take(String client, long octets) {
        long ofClient = ofClients.getOrDefault(client, 0L) + octets;
        if (taken + octets > most || ofClient > mostOfClient) {
            return false;
        }
        taken += octets;
        ofClients.put(client, ofClient);
        return true;
    }

    private synchronized void giveBack(String client, long octets) {
        taken -= octets;
        ofClients.computeIfPresent(client, (_, before) -> before > octets ? before - octets : null);
        notifyAll();
    }

    /** What one mail takes. Used by one thread at a time. */
    final class Share implements AutoCloseable {

        private final String client;
        private long octets;

        private Share(String client, long octets) {
            this.client = client;
            this.octets = octets;
        }

        /** Takes more, or nothing where there is not as much; does not wait. */
        boolean take(int more) {
            if (!MemoryBudget.this.take(client, more)) {
                return false;
            }
            octets += more;
            return true;
        }

        /** Gives all of it back; does nothing the second time. */
        @Override
        public void close() {
            if (octets > 0) {
                giveBack(client, octets);
                octets = 0;
            }
        }
    }
}
