package org.postroom.routing.replay;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param equal how many events were decided as they stand in the log
 * @param otherwise how many are in both, but say something else
 * @param onlyReplayed how many the log does not have
 * @param onlyLogged how many the replay does not have
 * @param first the earliest difference; null where there is none
 */
public record Findings(
        long equal,
        long otherwise,
        long onlyReplayed,
        long onlyLogged,
        @Nullable Difference first) {

    /** Nothing was compared. */
    public static final Findings NONE = new Findings(0, 0, 0, 0, null);

    /** True where all was decided as it stands in the log. */
    public boolean isEqual() {
        return otherwise == 0 && onlyReplayed == 0 && onlyLogged == 0;
    }

    /** These and those of other partitions. */
    public Findings and(Findings others) {
        return new Findings(
                equal + others.equal,
                otherwise + others.otherwise,
                onlyReplayed + others.onlyReplayed,
                onlyLogged + others.onlyLogged,
                Stream.of(this, others)
                        .map(Findings::first)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparing(Difference::at))
                        .orElse(null));
    }
}
