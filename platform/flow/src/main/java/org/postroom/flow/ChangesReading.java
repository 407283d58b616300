package org.postroom.flow;

import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a step changes of how a mail is treated. */
final class ChangesReading {

    private static final String PRIORITY = "priority";
    private static final String ADD_PRIORITY = "addPriority";
    private static final String SKILLS = "skills";
    private static final String LANGUAGE = "language";
    private static final String ATTRIBUTES = "attributes";
    private static final String SKILL = "skill";
    private static final String LEVEL = "level";

    /** The keys of a step that say what it changes. */
    static final List<String> KEYS = List.of(PRIORITY, ADD_PRIORITY, SKILLS, LANGUAGE, ATTRIBUTES);

    private static final int HIGHEST_LEVEL = 5;
    private static final int MOST_SKILLS = 50;
    private static final int MOST_ATTRIBUTES = 20;
    private static final int LONGEST_TAG = 64;
    private static final int LONGEST_KEY = 50;
    private static final int LONGEST_VALUE = 200;

    private final Problems problems;
    private final MeantNames names;

    ChangesReading(Problems problems, MeantNames names) {
        this.problems = problems;
        this.names = names;
    }

    StepChanges read(String path, Map<String, @Nullable Object> step) {
        Integer added = step.containsKey(ADD_PRIORITY) ? priority(path + ".addPriority", step.get(ADD_PRIORITY)) : null;
        return new StepChanges(
                step.containsKey(PRIORITY) ? priority(path + ".priority", step.get(PRIORITY)) : null,
                added == null ? 0 : added,
                step.containsKey(SKILLS) ? skills(path + ".skills", step.get(SKILLS)) : Map.of(),
                step.containsKey(LANGUAGE) ? language(path + ".language", step.get(LANGUAGE)) : null,
                step.containsKey(ATTRIBUTES) ? attributes(path + ".attributes", step.get(ATTRIBUTES)) : Map.of());
    }

    private @Nullable Integer priority(String path, @Nullable Object given) {
        return number(path, given, -Treatment.FARTHEST_PRIORITY, Treatment.FARTHEST_PRIORITY);
    }

    private @Nullable Integer number(String path, @Nullable Object given, int least, int most) {
        if (given instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        problems.add(path, "expected a whole number from %d to %d, but it is none".formatted(least, most));
        return null;
    }

    private @Nullable String language(String path, @Nullable Object given) {
        if (given instanceof String tag && !tag.isBlank() && tag.length() <= LONGEST_TAG) {
            try {
                return new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
            } catch (IllformedLocaleException noTag) {
                // told below, in words of our own
            }
        }
        problems.add(path, "expected a language as a BCP 47 tag, for instance de or fr-CA, but it is none");
        return null;
    }

    private Map<String, Integer> skills(String path, @Nullable Object given) {
        if (!(given instanceof List<?> all) || all.isEmpty() || all.size() > MOST_SKILLS) {
            problems.add(path, "expected a list of 1 to %d skills, but it is none".formatted(MOST_SKILLS));
            return Map.of();
        }
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (int index = 0; index < all.size(); index++) {
            skill(path + "[" + index + "]", all.get(index), levels);
        }
        return levels;
    }

    private void skill(String path, @Nullable Object given, Map<String, Integer> levels) {
        if (!(given instanceof Map<?, ?> anything)) {
            problems.add(path, "expected a skill as {skill: name, level: 0 to 5}, but it is none");
            return;
        }
        @SuppressWarnings("unchecked") // the keys of a document that was read are texts
        Map<String, @Nullable Object> skill = (Map<String, @Nullable Object>) anything;
        problems.aboutUnknown(path, skill, Set.of(SKILL, LEVEL));
        String id = names.idOf(path + ".skill", NamedKind.SKILL, skill.get(SKILL));
        Integer level = number(path + ".level", skill.getOrDefault(LEVEL, 0), 0, HIGHEST_LEVEL);
        if (id != null && level != null && levels.put(id, level) != null) {
            problems.add(path, "expected each skill once, but it stands there twice");
        }
    }

    private Map<String, String> attributes(String path, @Nullable Object given) {
        if (!(given instanceof Map<?, ?> all) || all.isEmpty() || all.size() > MOST_ATTRIBUTES) {
            problems.add(path, "expected a mapping of 1 to %d attributes, but it is none".formatted(MOST_ATTRIBUTES));
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        all.forEach((key, value) -> attribute(path, String.valueOf(key), value, attributes));
        return attributes;
    }

    private void attribute(String path, String key, @Nullable Object value, Map<String, String> attributes) {
        String text = value == null || value instanceof Map || value instanceof List ? "" : String.valueOf(value);
        if (key.isBlank() || key.length() > LONGEST_KEY || text.isBlank() || text.length() > LONGEST_VALUE) {
            problems.add(
                    path + "." + key,
                    "expected a name of 1 to %d characters with a text of 1 to %d, but it is none"
                            .formatted(LONGEST_KEY, LONGEST_VALUE));
        } else {
            attributes.put(key, text);
        }
    }
}
