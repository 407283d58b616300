package org.postroom.console.administration.maildomain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * One check of a domain's records.
 *
 * @param sequence its number, from which older ones are asked for
 * @param checkedAt when
 * @param trigger why it ran
 * @param durationMillis how long it took
 * @param changes what was not as it was before
 * @param results what was found of each record; empty where nothing changed
 */
public record CheckRun(
        long sequence,
        Instant checkedAt,
        @Nullable String trigger,
        long durationMillis,
        List<Change> changes,
        List<DomainRecord> results) {

    /** Takes nothing for what an answer leaves out. */
    public CheckRun {
        changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
        results = List.copyOf(Objects.requireNonNullElse(results, List.of()));
    }

    /** Why it ran, in words. */
    public String triggerLabel() {
        return switch (trigger) {
            case "REQUEST" -> "asked for";
            case "SCHEDULE" -> "by itself";
            case null -> "";
            default -> trigger.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /**
     * A record that was not as it was before.
     *
     * @param purpose what the record is for
     * @param name its name
     * @param from the status before
     * @param to the status now
     */
    public record Change(
            String purpose,
            String name,
            @Nullable String from,
            @Nullable String to) {

        /** What the record is for, in words. */
        public String purposeLabel() {
            return DomainRecord.label(purpose);
        }

        /** The status before, in words. */
        public State before() {
            return State.ofRecord(from, true);
        }

        /** The status now, in words. */
        public State now() {
            return State.ofRecord(to, true);
        }
    }
}
