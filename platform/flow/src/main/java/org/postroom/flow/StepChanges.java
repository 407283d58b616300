package org.postroom.flow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step changes of how a mail is treated.
 *
 * @param priority the priority from here on, in minutes of waiting; null to leave it
 * @param addedPriority how many minutes are added to it
 * @param skills skills that an agent must have besides, by identifier; one that was asked for already is asked for at this
 *     level
 * @param language the language from here on; null to leave it
 * @param attributes what is noted besides
 */
record StepChanges(
        @Nullable Integer priority,
        int addedPriority,
        Map<String, Integer> skills,
        @Nullable String language,
        Map<String, String> attributes) {

    boolean isNone() {
        return priority == null && addedPriority == 0 && skills.isEmpty() && language == null && attributes.isEmpty();
    }
}
