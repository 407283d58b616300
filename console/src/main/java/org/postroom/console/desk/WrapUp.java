package org.postroom.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction's queue asks of its agent once the customer is served.
 *
 * @param mode NONE, OPTIONAL, MANDATORY or MANDATORY_TIMED
 * @param codes what the agent may choose from to say how it ended, by name
 * @param chosen the identifier of what was chosen already; null for nothing yet
 * @param startedAt since when the agent wraps up; null where that has not begun
 * @param endsAt when it ends by itself; null where it takes as long as it takes
 * @param took how long after-call work took; null where it has not ended
 */
public record WrapUp(
        String mode,
        List<Code> codes,
        @Nullable String chosen,
        @Nullable Instant startedAt,
        @Nullable Instant endsAt,
        @Nullable Duration took) {

    /** What a queue asks for that is not known: nothing. */
    public static final WrapUp UNKNOWN = new WrapUp("OPTIONAL", List.of(), null, null, null, null);

    /** Copies the codes. */
    public WrapUp {
        codes = List.copyOf(codes);
    }

    /**
     * A wrap-up code.
     *
     * @param id its identifier
     * @param name the organisation's word for it
     */
    public record Code(String id, String name) {}

    /** The name of what was chosen; empty for nothing, or what is gone since. */
    public Optional<String> chosenName() {
        return codes.stream()
                .filter(code -> code.id().equals(chosen))
                .map(Code::name)
                .findFirst();
    }

    /** How long after-call work took, in whole seconds; empty where it has not ended. */
    public Optional<Long> secondsTaken() {
        return Optional.ofNullable(took).map(Duration::toSeconds);
    }

    /** True where a code must be chosen. */
    public boolean demandsCode() {
        return mode.startsWith("MANDATORY") && !codes.isEmpty();
    }

    /** True where after-call work follows if the agent wishes. */
    public boolean leftToTheAgent() {
        return mode.equals("OPTIONAL");
    }
}
