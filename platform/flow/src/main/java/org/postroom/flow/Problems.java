package org.postroom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with a definition, as it is found. */
final class Problems {

    private final List<Problem> all = new ArrayList<>();

    void add(String path, String rule) {
        all.add(new Problem(path, rule));
    }

    /** A key that means nothing is a mistake in writing, and the more dangerous the less it is told. */
    void aboutUnknown(String path, Map<String, @Nullable Object> mapping, Set<String> known) {
        for (String key : mapping.keySet()) {
            if (!known.contains(key)) {
                add(
                        path.isEmpty() ? key : path + "." + key,
                        "expected one of %s, but got %s".formatted(String.join(", ", new TreeSet<>(known)), key));
            }
        }
    }

    List<Problem> all() {
        return List.copyOf(all);
    }
}
