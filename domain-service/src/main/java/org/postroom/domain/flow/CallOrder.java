package org.postroom.domain.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.yaml.YamlDocument;

/** Puts the flows of a document into an order in which each stands behind those that it calls. */
final class CallOrder {

    private static final String STEPS = "steps";
    private static final String CALL = "call";

    private final Map<String, Map<String, @Nullable Object>> entries;
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Map<String, @Nullable Object>> ordered = new LinkedHashMap<>();

    CallOrder(Map<String, Map<String, @Nullable Object>> entries) {
        this.entries = entries;
        entries.keySet().forEach(key -> keys.put(folded(key), key));
    }

    Map<String, Map<String, @Nullable Object>> inOrder() {
        entries.keySet().forEach(this::put);
        return ordered;
    }

    private void put(String key) {
        var fields = entries.get(key);
        if (fields == null || !seen.add(key)) {
            return;
        }
        for (String called : called(fields)) {
            String other = keys.get(folded(called));
            if (other != null) {
                put(other);
            }
        }
        ordered.put(key, fields);
    }

    private static List<String> called(Map<String, @Nullable Object> fields) {
        List<String> called = new ArrayList<>(calledBy(fields.get(FlowSection.PUBLISHED)));
        called.addAll(calledBy(fields.get(FlowSection.DEFINITION)));
        return called;
    }

    /** What cannot be run calls nothing; why it cannot is told when it is saved. */
    private static List<String> calledBy(@Nullable Object definition) {
        if (!(definition instanceof String text) || !text.contains(CALL)) {
            return List.of();
        }
        try {
            return YamlDocument.parse(text).get(STEPS) instanceof List<?> steps
                    ? steps.stream().flatMap(CallOrder::calledByStep).toList()
                    : List.of();
        } catch (IllegalArgumentException noDocument) {
            return List.of();
        }
    }

    private static Stream<String> calledByStep(@Nullable Object step) {
        return step instanceof Map<?, ?> keys && keys.get(CALL) instanceof String called
                ? Stream.of(called)
                : Stream.empty();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
