package org.postroom.inbound.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be fetched next, by what a folder says of itself and the place that was reached in it. */
public final class Round {

    /** Servers tell days in their own time zone (RFC 9051, section 6.4.4). */
    private static final Duration DAY = Duration.ofDays(1);

    private Round() {}

    /**
     * The place to go on from.
     *
     * @param reached the place that was kept; null for a mailbox that was never opened
     * @param validity the folder's UIDVALIDITY
     * @param next the UID that the folder's next mail will have
     * @param fetchOld whether what lies there is fetched where the mailbox was never opened
     */
    public static Place begin(@Nullable Place reached, long validity, long next, boolean fetchOld, Instant now) {
        if (reached == null) {
            return new Place(validity, fetchOld ? 0 : next - 1, now, null);
        }
        return reached.validity() == validity
                ? reached
                : new Place(
                        validity,
                        0,
                        reached.arrivedUntil(),
                        new Place.Remade(next, reached.arrivedUntil().minus(DAY)));
    }

    /** From when on mails below {@link #boundary} are asked for besides; empty where all mails are due. */
    public static Optional<Instant> since(Place place) {
        Place.Remade remade = place.remade();
        return remade == null || remade.below() <= place.uid() + 1 ? Optional.empty() : Optional.of(remade.since());
    }

    /** The first UID for which it does not matter when a mail arrived. */
    public static long boundary(Place place) {
        Place.Remade remade = place.remade();
        return remade == null ? 0 : remade.below();
    }

    /**
     * The UIDs that are due, in the order in which they are to be dealt with.
     *
     * @param found what the folder has from the one after the place on; a server that is asked for such as there are none of
     *     answers with its last mail (RFC 9051, section 6.4.9), and some answer with what was not asked for
     * @param recent those of them that arrived {@link #since} the moment; of no meaning where there is none
     */
    public static List<Long> due(Place place, Collection<Long> found, Collection<Long> recent) {
        boolean all = since(place).isEmpty();
        Set<Long> young = new HashSet<>(recent);
        return found.stream()
                .filter(uid -> uid > place.uid())
                .filter(uid -> all || uid >= boundary(place) || young.contains(uid))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The place after a mail was dealt with: it is on the log, or refused for good, or gone.
     *
     * @param arrived when it arrived in the mailbox; null where nobody knows
     */
    public static Place after(Place place, long uid, @Nullable Instant arrived) {
        Instant until = arrived != null && arrived.isAfter(place.arrivedUntil()) ? arrived : place.arrivedUntil();
        return new Place(place.validity(), Math.max(place.uid(), uid), until, place.remade());
    }
}
