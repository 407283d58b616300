package org.postroom.domain.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 documents into maps, lists, texts, numbers and booleans, and writes them. Documents come from people, so
 * reading has limits: on length, on aliases, which could make a short document huge, and no key may stand there twice.
 */
public final class YamlDocument {

    private static final int MOST_ALIASES = 20;
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int WIDEST_LINE = 120;

    private YamlDocument() {}

    /**
     * Reads a document whose root is a mapping.
     *
     * @throws IllegalArgumentException where it is none; the message says where
     */
    public static Map<String, @Nullable Object> parse(String text) {
        var settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(LONGEST)
                .build();
        Object root = load(text, settings);
        if (root instanceof Map<?, ?> map) {
            return withTextsAsKeys(map);
        }
        throw new IllegalArgumentException("expected a YAML document with a mapping at its root, but got "
                + (root == null ? "nothing" : "something else"));
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

    private static Map<String, @Nullable Object> withTextsAsKeys(Map<?, ?> map) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), content(value)));
        return texts;
    }

    private static @Nullable Object content(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> withTextsAsKeys(map);
            case List<?> list -> list.stream().map(YamlDocument::content).toList();
            case null, default -> value;
        };
    }

    private static @Nullable Object load(String text, LoadSettings settings) {
        try {
            return new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException wrong) {
            String place = wrong.getProblemMark()
                    .map(mark -> " in line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse("");
            throw new IllegalArgumentException("expected a YAML document, but " + wrong.getProblem() + place, wrong);
        } catch (YamlEngineException | StackOverflowError wrong) {
            throw new IllegalArgumentException("expected a YAML document, but " + wrong.getMessage(), wrong);
        }
    }
}
