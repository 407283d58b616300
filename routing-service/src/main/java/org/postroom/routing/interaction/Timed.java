package org.postroom.routing.interaction;

import org.postroom.routing.timer.Timer;

/** Ends by itself at a moment, unless it is left before. */
public sealed interface Timed extends Interaction permits Offered, Kept {

    /** What happens then. */
    Timer timer();
}
