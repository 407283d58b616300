package org.postroom.routing.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that the replay and the log do not have alike.
 *
 * @param at the moment of the decision
 * @param place where it follows from in the journal; of an event that only the log has, where it stands there
 * @param logged the event in the log; null where it is not there
 * @param replayed the event of the replay; null where nothing such was decided
 */
public record Difference(
        Instant at,
        String place,
        @Nullable String logged,
        @Nullable String replayed) {

    /** In words, on several lines. */
    public String describe() {
        return """
                %s, from %s
                  in the log:    %s
                  in the replay: %s""".formatted(at, place, orNothing(logged), orNothing(replayed));
    }

    private static String orNothing(@Nullable String event) {
        return event == null ? "nothing" : event;
    }
}
