package org.postroom.flow.yaml;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Reads YAML 1.2 documents into maps, lists, texts, numbers and booleans, and writes them. Documents come from people, so
 * reading has limits, and what a document costs is bounded by its length: aliases, which could make a short document huge,
 * are refused, keys and values are counted while they are read, and no key may stand twice in a mapping.
 */
public final class YamlDocument {

    /** The most keys and values that a document may have, together. */
    public static final int MOST_VALUES = 200_000;

    /** How deep mappings and lists may stand within each other. */
    public static final int DEEPEST = 32;

    /** The most characters of a key. */
    public static final int LONGEST_KEY = 1_000;

    /** The most characters of a line; the longest text of an entry fits into one. */
    public static final int LONGEST_LINE = 256 * 1024;

    private static final int WIDEST_LINE = 120;

    private YamlDocument() {}

    /**
     * Reads a document whose root is a mapping.
     *
     * @throws IllegalArgumentException where it is none; the message says where
     */
    public static Map<String, @Nullable Object> parse(String text) {
        return parse(new StringReader(text));
    }

    /**
     * Reads a document in UTF-8 whose root is a mapping, as it comes.
     *
     * @throws IllegalArgumentException where it is none; the message says where
     */
    public static Map<String, @Nullable Object> parse(InputStream octets) {
        return parse(new InputStreamReader(
                octets, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    }

    /** Writes a document; the same content always gives the same text. */
    public static String write(Map<String, @Nullable Object> root) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDEST_LINE)
                .setMultiLineFlow(true)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(root);
    }

    private static Map<String, @Nullable Object> parse(Reader text) {
        return new YamlReading(new BoundedLines(text)).document();
    }
}
