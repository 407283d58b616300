package org.postroom.routing.interaction;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.timer.Timer;

/** Ends by itself at a moment, unless it is left before. */
public sealed interface Timed extends Interaction permits Offered, Kept, WrappingUp, Parked {

    /** What happens then; null where this one has all the time that it takes. */
    @Nullable
    Timer timer();
}
