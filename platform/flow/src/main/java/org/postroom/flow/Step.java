package org.postroom.flow;

import org.jspecify.annotations.Nullable;
import org.postroom.flow.condition.Condition;

/**
 * One step of a flow.
 *
 * @param number its place, counted from 1
 * @param name what people call it; null where it has no name
 * @param condition when it is done; null for always
 * @param changes what it changes
 * @param ending where it sends the mail; null where the next step follows
 */
record Step(
        int number,
        @Nullable String name,
        @Nullable Condition condition,
        StepChanges changes,
        @Nullable Ending ending) {

    /** The step in words. */
    String described() {
        return name == null ? "step " + number : "step " + number + " (" + name + ")";
    }
}
