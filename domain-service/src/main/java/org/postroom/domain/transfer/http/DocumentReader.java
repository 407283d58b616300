package org.postroom.domain.transfer.http;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.transfer.ConfigurationDocument;
import org.postroom.domain.transfer.DocumentLimits;
import org.postroom.flow.yaml.YamlDocument;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

/** Reads and writes configuration documents as YAML. */
final class DocumentReader {

    static final String FORMAT = "format";
    static final String FORMAT_OF_TODAY = "postroom/1";

    private static final int LONGEST_FORMAT = 40;

    private final List<String> sections;

    DocumentReader(List<String> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * Reads a document.
     *
     * @throws InvalidFieldsException where its form is not that of a configuration document
     */
    ConfigurationDocument read(InputStream octets) {
        Map<String, @Nullable Object> root = parse(octets);
        List<Refusal> refusals = new ArrayList<>();
        if (!FORMAT_OF_TODAY.equals(root.get(FORMAT))) {
            refusals.add(new Refusal(FORMAT, "expected %s, but got %s".formatted(FORMAT_OF_TODAY, given(root))));
        }
        root.keySet().stream()
                .filter(name -> !name.equals(FORMAT) && !sections.contains(name))
                .map(name -> new Refusal(name, "expected one of the sections " + sections + ", but got " + name))
                .forEach(refusals::add);
        Map<String, SortedMap<String, Map<String, @Nullable Object>>> read = new LinkedHashMap<>();
        for (String name : sections) {
            if (root.containsKey(name)) {
                read.put(name, section(name, root.get(name), refusals));
            }
        }
        if (!refusals.isEmpty()) {
            throw new InvalidFieldsException(
                    refusals.subList(0, Math.min(refusals.size(), DocumentLimits.MOST_REFUSALS)));
        }
        int entries = read.values().stream().mapToInt(Map::size).sum();
        if (entries > DocumentLimits.MOST_ENTRIES) {
            throw new InvalidFieldException(
                    "document",
                    "expected at most %d entries, but got %d".formatted(DocumentLimits.MOST_ENTRIES, entries));
        }
        return new ConfigurationDocument(read);
    }

    /** Writes a document. */
    static String write(ConfigurationDocument document) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put(FORMAT, FORMAT_OF_TODAY);
        root.putAll(document.sections());
        return YamlDocument.write(root);
    }

    private static String given(Map<String, @Nullable Object> root) {
        return switch (root.get(FORMAT)) {
            case null -> "none";
            case String format when format.length() <= LONGEST_FORMAT -> format;
            default -> "something else";
        };
    }

    private static Map<String, @Nullable Object> parse(InputStream octets) {
        try {
            return YamlDocument.parse(octets);
        } catch (IllegalArgumentException refused) {
            throw new InvalidFieldException("document", String.valueOf(refused.getMessage()));
        }
    }

    private static SortedMap<String, Map<String, @Nullable Object>> section(
            String name, @Nullable Object content, List<Refusal> refusals) {
        SortedMap<String, Map<String, @Nullable Object>> entries = new TreeMap<>();
        if (content == null) {
            return entries;
        }
        if (!(content instanceof Map<?, ?> map)) {
            refusals.add(new Refusal(name, "expected a mapping of names to entries, but it is none"));
            return entries;
        }
        map.forEach((key, entry) -> entries.put(String.valueOf(key), entry(name + "." + key, entry, refusals)));
        return entries;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> entry(String place, @Nullable Object content, List<Refusal> refusals) {
        if (content instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        if (content != null) {
            refusals.add(new Refusal(place, "expected a mapping of fields to values, but it is none"));
        }
        return Map.of();
    }
}
