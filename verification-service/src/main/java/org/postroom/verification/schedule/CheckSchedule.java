package org.postroom.verification.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a domain is checked next: often at first, while its owner watches, then less and less often, and for ever.
 *
 * @param steps the steps, each ending later than the one before
 * @param steady how often after the last step, and as soon as all is well
 * @param jitter by which part of itself a pause may be longer, 0 to 1, so that checks do not gather
 */
public record CheckSchedule(List<Step> steps, Duration steady, double jitter) {

    /** Checks that the steps are in order and every pause is positive. */
    public CheckSchedule {
        steps = List.copyOf(steps);
        if (steady.isNegative() || steady.isZero()) {
            throw new IllegalArgumentException("steady: expected a positive pause, but got " + steady);
        }
        if (jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("jitter: expected 0 to 1, but got " + jitter);
        }
        for (int index = 1; index < steps.size(); index++) {
            if (steps.get(index).until().compareTo(steps.get(index - 1).until()) <= 0) {
                throw new IllegalArgumentException("steps[%d].until: expected more than %s, but got %s"
                        .formatted(
                                index,
                                steps.get(index - 1).until(),
                                steps.get(index).until()));
            }
        }
    }

    /**
     * A part of the schedule.
     *
     * @param every the pause between two checks
     * @param until the age at which the step ends
     */
    public record Step(Duration every, Duration until) {

        /** Checks that both are positive. */
        public Step {
            if (every.isNegative() || every.isZero() || until.isNegative() || until.isZero()) {
                throw new IllegalArgumentException(
                        "expected a positive pause and end, but got every " + every + " until " + until);
            }
        }
    }

    /** Every minute for 10 minutes, every 10 minutes for 2 hours, hourly for 72 hours, then every 6 hours. */
    public static CheckSchedule usual() {
        return new CheckSchedule(
                List.of(
                        new Step(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                        new Step(Duration.ofMinutes(10), Duration.ofHours(2)),
                        new Step(Duration.ofHours(1), Duration.ofHours(72))),
                Duration.ofHours(6),
                0.1);
    }

    /**
     * The moment of the next check.
     *
     * @param settled whether all records are as issued
     * @param eagerSince when the domain, its records or its owner last gave a reason to look closely
     * @param now when the last check ended
     * @param chance a number from 0 to 1, drawn anew each time
     */
    public Instant next(boolean settled, Instant eagerSince, Instant now, double chance) {
        Duration pause = settled ? steady : pauseAt(Duration.between(eagerSince, now));
        long extra = (long) (pause.toMillis() * jitter * chance);
        return now.plus(pause).plusMillis(extra);
    }

    private Duration pauseAt(Duration age) {
        return steps.stream()
                .filter(step -> age.compareTo(step.until()) < 0)
                .findFirst()
                .map(Step::every)
                .orElse(steady);
    }
}
