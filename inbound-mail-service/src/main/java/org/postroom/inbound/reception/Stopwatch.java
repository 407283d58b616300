package org.postroom.inbound.reception;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a client is too slow: with its whole session, or with the content of a mail, which has to come at a rate. Who is
 * fast for a while has no credit for more than {@link Pace#patience()}. Moments are nanoseconds of one clock that only
 * goes forward. Used by one thread at a time.
 */
public final class Stopwatch {

    private static final long NANOS_OF_A_SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * What is asked of a client.
     *
     * @param session how long it may stay
     * @param octetsPerSecond how many octets of content it has to send in a second
     * @param patience how long it may fall short of that
     */
    public record Pace(Duration session, long octetsPerSecond, Duration patience) {}

    private final Pace pace;
    private final long sessionEnds;
    private long contentLate;
    private boolean inContent;

    /** Starts with a session. */
    public Stopwatch(Pace pace, long now) {
        this.pace = pace;
        this.sessionEnds = now + pace.session().toNanos();
    }

    /** The client may send content from now on. */
    public void contentBegins(long now) {
        inContent = true;
        contentLate = now + pace.patience().toNanos();
    }

    /**
     * Some content has come in.
     *
     * @param octets how many octets
     * @param ours how long we ourselves took to deal with them, in nanoseconds, which is not the client's fault
     */
    public void contentCame(long octets, long ours, long now) {
        long earned = octets * (NANOS_OF_A_SECOND / pace.octetsPerSecond());
        contentLate = Math.min(now + pace.patience().toNanos(), contentLate + earned + ours);
    }

    /** The content is over, or given up. */
    public void contentEnds() {
        inContent = false;
    }

    /** Why the client is to be sent away; empty where it is not. */
    public Optional<Refusal> judge(long now) {
        if (now - sessionEnds >= 0) {
            return Optional.of(Refusal.SESSION_TOO_LONG);
        }
        return inContent && now - contentLate >= 0 ? Optional.of(Refusal.TOO_SLOW) : Optional.empty();
    }
}
