package org.postroom.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One decision in the making: the state it changes, its moment, and the events so far. */
record Turn(RoutingState state, Instant now, List<RoutingEvent> events) {

    static Turn at(RoutingState state, Instant now) {
        return new Turn(state, now, new ArrayList<>());
    }

    void emit(RoutingEvent event) {
        events.add(event);
    }
}
