package org.postroom.domain.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Kind;

/** Turns the fields that name other entries from identifiers to keys and back. */
final class References {

    private final Map<String, Kind> kindByPath;
    private final Map<String, String> pathInDocuments = new HashMap<>();
    private final Map<String, String> pathByDocuments = new HashMap<>();

    References(Map<String, Kind> kindByPath) {
        this.kindByPath = Map.copyOf(kindByPath);
        kindByPath.keySet().forEach(path -> {
            pathInDocuments.put(path, withoutId(path));
            pathByDocuments.put(withoutId(path), path);
        });
    }

    /** The fields as documents have them. */
    Map<String, @Nullable Object> toKeys(Map<String, @Nullable Object> fields, BiFunction<Kind, String, String> keys) {
        return toKeys("", fields, keys);
    }

    /** The fields as the REST API has them. */
    Map<String, @Nullable Object> toIdentifiers(Map<String, @Nullable Object> fields, Resolver identifiers) {
        return toIdentifiers("", "", fields, identifiers);
    }

    /** A field's path in documents, from its path in the REST API; both may have places in lists. */
    String inDocuments(String field) {
        String[] segments = field.split("\\.");
        StringBuilder plain = new StringBuilder();
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            int bracket = segment.indexOf('[');
            String name = bracket < 0 ? segment : segment.substring(0, bracket);
            plain.append(plain.isEmpty() ? "" : ".").append(name);
            String shown = pathInDocuments.containsKey(plain.toString()) ? withoutId(name) : name;
            path.append(path.isEmpty() ? "" : ".").append(shown).append(bracket < 0 ? "" : segment.substring(bracket));
        }
        return path.toString();
    }

    private Map<String, @Nullable Object> toKeys(
            String prefix, Map<String, @Nullable Object> fields, BiFunction<Kind, String, String> keys) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((field, content) -> {
            String path = prefix + field;
            Kind kind = kindByPath.get(path);
            if (kind == null) {
                named.put(field, within(content, (place, inner) -> toKeys(path + ".", inner, keys)));
            } else {
                named.put(withoutId(field), each(content, (place, id) -> keys.apply(kind, id)));
            }
        });
        return named;
    }

    private Map<String, @Nullable Object> toIdentifiers(
            String prefix, String place, Map<String, @Nullable Object> fields, Resolver identifiers) {
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        fields.forEach((field, content) -> {
            String path = pathByDocuments.get(prefix + field);
            Kind kind = path == null ? null : kindByPath.get(path);
            if (path == null || kind == null) {
                resolved.put(
                        field,
                        within(
                                content,
                                (index, inner) -> toIdentifiers(
                                        prefix + field + ".", place + field + index + ".", inner, identifiers)));
            } else {
                resolved.put(
                        path.substring(path.lastIndexOf('.') + 1),
                        each(content, (index, key) -> identifiers.identifier(place + field + index, kind, key)));
            }
        });
        return resolved;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object within(
            @Nullable Object content,
            BiFunction<String, Map<String, @Nullable Object>, Map<String, @Nullable Object>> inner) {
        return switch (content) {
            case List<?> list -> {
                List<@Nullable Object> elements = new ArrayList<>();
                for (int index = 0; index < list.size(); index++) {
                    Object element = list.get(index);
                    elements.add(
                            element instanceof Map<?, ?> map
                                    ? inner.apply("[" + index + "]", (Map<String, @Nullable Object>) map)
                                    : element);
                }
                yield elements;
            }
            case Map<?, ?> map -> inner.apply("", (Map<String, @Nullable Object>) map);
            case null, default -> content;
        };
    }

    private static @Nullable Object each(@Nullable Object content, BiFunction<String, String, String> text) {
        return switch (content) {
            case null -> null;
            case List<?> list -> {
                List<String> elements = new ArrayList<>();
                for (int index = 0; index < list.size(); index++) {
                    elements.add(text.apply("[" + index + "]", String.valueOf(list.get(index))));
                }
                yield elements;
            }
            default -> text.apply("", String.valueOf(content));
        };
    }

    private static String withoutId(String field) {
        return field.endsWith("Ids")
                ? field.substring(0, field.length() - "Ids".length()) + "s"
                : field.substring(0, field.length() - "Id".length());
    }

    /** Finds entries by their keys. */
    @FunctionalInterface
    interface Resolver {

        /** The identifier of an entry; where there is none, anything, after having noted that. */
        String identifier(String place, Kind kind, String key);
    }
}
