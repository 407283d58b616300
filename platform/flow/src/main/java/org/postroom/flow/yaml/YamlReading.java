package org.postroom.flow.yaml;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * One reading of a document, event by event: nothing is kept of it but the content itself, and what goes beyond a limit is
 * refused when it comes, before what stands behind it is read.
 */
final class YamlReading {

    /** A plain scalar that is longer is a text: no number or word of YAML is as long, and telling would be slow. */
    private static final int LONGEST_NUMBER = 100;

    private static final int LONGEST_PROBLEM = 2 * YamlDocument.LONGEST_KEY;
    private static final String NON_SPECIFIC = "!";

    /** The scanner copies what it keeps of a line each time that it reads on, so it reads on seldom. */
    private static final int READ_AT_ONCE = 16 * 1024;

    private static final Schema SCHEMA = new JsonSchema();
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(READ_AT_ONCE)
            .build();

    private final Reader text;
    private int values;

    YamlReading(Reader text) {
        this.text = text;
    }

    Map<String, @Nullable Object> document() {
        try {
            return document(new Parse(SETTINGS).parseReader(text).iterator());
        } catch (MarkedYamlEngineException wrong) {
            throw refusal(wrong.getProblem(), wrong.getProblemMark());
        } catch (YamlEngineException wrong) {
            throw wrong.getCause() instanceof IOException
                    ? refusal("it is not in UTF-8", Optional.empty())
                    : refusal(String.valueOf(wrong.getMessage()), Optional.empty());
        }
    }

    private Map<String, @Nullable Object> document(Iterator<Event> events) {
        Event first = events.next();
        while (first.getEventId() == ID.StreamStart || first.getEventId() == ID.DocumentStart) {
            first = events.next();
        }
        if (!(first instanceof MappingStartEvent start)) {
            throw refusal("there is no mapping at its root", first.getStartMark());
        }
        Map<String, @Nullable Object> root = mapping(start, events, 1);
        Event last = events.next();
        while (last.getEventId() == ID.DocumentEnd) {
            last = events.next();
        }
        if (last.getEventId() != ID.StreamEnd) {
            throw refusal("a second document begins", last.getStartMark());
        }
        return root;
    }

    private Map<String, @Nullable Object> mapping(MappingStartEvent start, Iterator<Event> events, int depth) {
        checkCollection(start, Tag.MAP, depth);
        Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
            String key = key(next);
            if (mapping.containsKey(key)) {
                throw refusal("the key " + key + " stands there twice", next.getStartMark());
            }
            mapping.put(key, value(events.next(), events, depth));
        }
        return mapping;
    }

    private List<@Nullable Object> list(CollectionStartEvent start, Iterator<Event> events, int depth) {
        checkCollection(start, Tag.SEQ, depth);
        List<@Nullable Object> list = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
            list.add(value(next, events, depth));
        }
        return list;
    }

    private @Nullable Object value(Event event, Iterator<Event> events, int depth) {
        count(event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent start -> mapping(start, events, depth + 1);
            case CollectionStartEvent start -> list(start, events, depth + 1);
            case AliasEvent alias -> throw refusal("aliases are not allowed, and there is one", alias);
            default -> throw refusal("there is no value", event);
        };
    }

    private String key(Event event) {
        count(event);
        if (!(event instanceof ScalarEvent scalar)) {
            throw refusal("a key is not a text", event);
        }
        String key = scalar.getValue();
        if (key.length() > YamlDocument.LONGEST_KEY) {
            throw refusal("a key has more than " + YamlDocument.LONGEST_KEY + " characters", event);
        }
        return key;
    }

    private void count(Event event) {
        values++;
        if (values > YamlDocument.MOST_VALUES) {
            throw refusal("it has more than " + YamlDocument.MOST_VALUES + " keys and values", event);
        }
    }

    private static void checkCollection(CollectionStartEvent start, Tag expected, int depth) {
        if (depth > YamlDocument.DEEPEST) {
            throw refusal("it is nested more than " + YamlDocument.DEEPEST + " deep", start);
        }
        String tag = start.getTag().orElse(NON_SPECIFIC);
        if (!tag.equals(NON_SPECIFIC) && !tag.equals(expected.getValue())) {
            throw refusal("a tag is not known", start);
        }
    }

    private static @Nullable Object scalar(ScalarEvent event) {
        String value = event.getValue();
        String named = event.getTag().orElse(NON_SPECIFIC);
        boolean mayBeNumber = value.length() <= LONGEST_NUMBER;
        Tag tag = named.equals(NON_SPECIFIC)
                ? SCHEMA.getScalarResolver()
                        .resolve(value, mayBeNumber && event.getImplicit().canOmitTagInPlainScalar())
                : new Tag(named);
        if (tag.equals(Tag.STR)) {
            return value;
        }
        ConstructNode reading = SCHEMA.getSchemaTagConstructors().get(tag);
        if (reading == null || !mayBeNumber) {
            throw refusal("a tag is not known or does not fit its value", event);
        }
        try {
            return reading.construct(new ScalarNode(tag, value, event.getScalarStyle()));
        } catch (RuntimeException wrong) {
            throw refusal("a value is not what its tag says", event);
        }
    }

    private static IllegalArgumentException refusal(String problem, Event event) {
        return refusal(problem, event.getStartMark());
    }

    private static IllegalArgumentException refusal(String problem, Optional<Mark> place) {
        return new IllegalArgumentException("expected a YAML document, but "
                + (problem.length() > LONGEST_PROBLEM ? "it is none" : problem)
                + place.map(mark -> " in line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
                        .orElse(""));
    }
}
