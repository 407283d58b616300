package org.postroom.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.schedule.CheckSchedule;

/**
 * Where an installation's schedule differs from the usual one.
 *
 * @param steps the steps, all of them; null for the usual ones
 * @param steady how often after the last step; null for the usual pause
 * @param jitter by which part of itself a pause may be longer; null for the usual part
 */
record ScheduleSettings(
        @Nullable List<StepSettings> steps,
        @Nullable Duration steady,
        @Nullable Double jitter) {

    /**
     * One step as it is written.
     *
     * @param every the pause between two checks
     * @param until the age at which the step ends
     */
    record StepSettings(@Nullable Duration every, @Nullable Duration until) {}

    CheckSchedule over(CheckSchedule usual) {
        try {
            return new CheckSchedule(
                    steps == null ? usual.steps() : steps(steps),
                    steady == null ? usual.steady() : steady,
                    jitter == null ? usual.jitter() : jitter);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("postroom.verification.schedule." + wrong.getMessage());
        }
    }

    private static List<CheckSchedule.Step> steps(List<StepSettings> written) {
        List<CheckSchedule.Step> steps = new ArrayList<>();
        for (StepSettings step : written) {
            String name = "steps[" + steps.size() + "]";
            steps.add(new CheckSchedule.Step(
                    required(name + ".every", step.every()), required(name + ".until", step.until())));
        }
        return steps;
    }

    private static Duration required(String name, @Nullable Duration time) {
        if (time == null || !time.isPositive()) {
            throw new IllegalArgumentException(
                    name + ": expected a positive time, but " + (time == null ? "there is none" : "got " + time));
        }
        return time;
    }
}
