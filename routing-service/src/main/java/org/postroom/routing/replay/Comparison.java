package org.postroom.routing.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each event of the replay the one with the same id in the log, in whatever order they come, and compares the two.
 * What has no partner waits for it in memory.
 *
 * <p>Not safe for use by several threads.
 */
public final class Comparison {

    private final Map<String, Side> replayed = new HashMap<>();
    private final Map<String, Side> logged = new HashMap<>();
    private long equal;
    private long otherwise;
    private @Nullable Difference first;

    /** An event of one of the two sides. */
    public interface Side {

        /** The moment of the decision. */
        Instant at();

        /** Where it follows from in the journal, or stands in the log. */
        String place();

        /** What it says. */
        String text();

        /** True where the other side says the same. */
        boolean isSame(Side other);

        /** True where it is no difference that the other side does not have it. */
        boolean mayStandAlone();
    }

    /** The replay made an event. */
    public void replayed(String id, Side event) {
        @Nullable Side other = logged.remove(id);
        if (other == null) {
            replayed.put(id, event);
        } else {
            compare(event, other);
        }
    }

    /** The log has an event. */
    public void logged(String id, Side event) {
        @Nullable Side other = replayed.remove(id);
        if (other == null) {
            logged.put(id, event);
        } else {
            compare(other, event);
        }
    }

    /** How many events of the replay wait for their partner. */
    public int replayedAlone() {
        return replayed.size();
    }

    /** The events of the log that wait for their partner. */
    public Collection<Side> loggedAlone() {
        return Collections.unmodifiableCollection(logged.values());
    }

    /** What was found, when nothing more comes: what waits is alone. */
    public Findings end() {
        long onlyReplayed = alone(replayed, event -> new Difference(event.at(), event.place(), null, event.text()));
        long onlyLogged = alone(logged, event -> new Difference(event.at(), event.place(), event.text(), null));
        return new Findings(equal, otherwise, onlyReplayed, onlyLogged, first);
    }

    private long alone(Map<String, Side> side, Function<Side, Difference> difference) {
        var alone =
                side.values().stream().filter(event -> !event.mayStandAlone()).toList();
        alone.stream()
                .min(Comparator.comparing(Side::at).thenComparing(Side::place))
                .ifPresent(event -> note(event.at(), () -> difference.apply(event)));
        return alone.size();
    }

    private void compare(Side fromReplay, Side fromLog) {
        if (fromReplay.isSame(fromLog)) {
            equal++;
        } else {
            otherwise++;
            note(
                    fromReplay.at(),
                    () -> new Difference(fromReplay.at(), fromReplay.place(), fromLog.text(), fromReplay.text()));
        }
    }

    private void note(Instant at, Supplier<Difference> difference) {
        if (first == null || at.isBefore(first.at())) {
            first = difference.get();
        }
    }
}
