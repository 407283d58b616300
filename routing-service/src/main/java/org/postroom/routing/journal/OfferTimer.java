package org.postroom.routing.journal;

import java.time.Instant;
import java.util.Comparator;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.Offered;

/** When an open offer expires. */
record OfferTimer(Instant expiresAt, InteractionId interactionId) implements Comparable<OfferTimer> {

    private static final Comparator<OfferTimer> EARLIEST_FIRST = Comparator.comparing(OfferTimer::expiresAt)
            .thenComparing(timer -> timer.interactionId().value());

    static OfferTimer of(Offered offered) {
        return new OfferTimer(offered.expiresAt(), offered.interactionId());
    }

    boolean isDue(Instant now) {
        return !expiresAt.isAfter(now);
    }

    @Override
    public int compareTo(OfferTimer other) {
        return EARLIEST_FIRST.compare(this, other);
    }
}
