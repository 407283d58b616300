package org.postroom.runtime.limits;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients may take of one replica of a service; what every service begins with stands in {@code postroom-runtime.yaml}.
 *
 * @param body the octets that a request's body has at most
 * @param bodies the paths where that is another number; the first that matches holds
 * @param user how often one user may ask
 * @param organisation how often all users of one organisation may ask together
 * @param address how often one network address may ask without being signed in, where that is possible
 * @param atOnce how many requests of one organisation are worked on at once; fewer than there are connections to the
 *     database, so that no organisation has them all
 * @param waiting how many more requests of one organisation wait for their turn
 * @param patience how long each of those waits at most
 */
@ConfigurationProperties("postroom.limits")
public record LimitSettings(
        DataSize body,
        @DefaultValue List<Body> bodies,
        Rate user,
        Rate organisation,
        Rate address,
        int atOnce,
        int waiting,
        Duration patience) {

    /** Refuses limits that would let nobody in. */
    public LimitSettings {
        bodies = List.copyOf(bodies);
        atLeast("body", 1, body.toBytes());
        atLeast("at-once", 1, atOnce);
        atLeast("waiting", 0, waiting);
        atLeast("patience", 0, patience.toMillis());
    }

    private static void atLeast(String name, long least, long given) {
        if (given < least) {
            throw new IllegalArgumentException(
                    "postroom.limits.%s: expected at least %d, but got %d".formatted(name, least, given));
        }
    }

    /**
     * The body limit of some paths.
     *
     * @param path a path pattern, for instance {@code /api/interactions/*}{@code /replies}
     * @param most the octets of a body there at most
     */
    public record Body(String path, DataSize most) {

        /** Refuses what is no path or lets nothing in. */
        public Body {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException(
                        "postroom.limits.bodies: expected a path that begins with /, but got " + path);
            }
            atLeast("bodies", 1, most.toBytes());
        }
    }

    /**
     * How often somebody may ask.
     *
     * @param perSecond the requests a second that may go on for ever
     * @param burst the requests that may come at once after a pause
     */
    public record Rate(int perSecond, int burst) {

        /** Refuses a rate that lets nobody in. */
        public Rate {
            atLeast("…per-second", 1, perSecond);
            atLeast("…burst", 1, burst);
        }
    }
}
