package org.postroom.flow;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a mail is to be treated by whom it goes to.
 *
 * @param priority the start over other mail in minutes of waiting, -25 000 000 to 25 000 000
 * @param skills the skills an agent must have, by identifier, each at least at the level 0 to 5
 * @param language the language an agent must speak, as a BCP 47 tag; null for any
 * @param attributes what the flow notes about it, by name
 */
public record Treatment(
        int priority,
        SortedMap<String, Integer> skills,
        @Nullable String language,
        SortedMap<String, String> attributes) {

    /** The farthest priority, either way, in minutes. */
    public static final int FARTHEST_PRIORITY = 25_000_000;

    /** Nothing in particular. */
    public static final Treatment PLAIN = new Treatment(0, new TreeMap<>(), null, new TreeMap<>());

    /** What a step changes of it. */
    Treatment changedBy(StepChanges changes) {
        Integer fixed = changes.priority();
        long priorityThen = (fixed == null ? priority : fixed) + (long) changes.addedPriority();
        String other = changes.language();
        return new Treatment(
                Math.clamp(priorityThen, -FARTHEST_PRIORITY, FARTHEST_PRIORITY),
                both(skills, changes.skills()),
                other == null ? language : other,
                both(attributes, changes.attributes()));
    }

    private static <V> SortedMap<String, V> both(SortedMap<String, V> before, Map<String, V> added) {
        if (added.isEmpty()) {
            return before;
        }
        var all = new TreeMap<>(before);
        all.putAll(added);
        return all;
    }
}
