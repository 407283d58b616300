package org.postroom.schemas.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The page that describes every topic and event to people, made from the catalogue and the schemas. */
public final class EventCatalogue {

    private static final String HEADING = """
            # Events

            Every topic of Postroom and every record in it. This page is generated from the schemas in
            `schemas/src/main/avro` and the catalogue `Topics.java`; a test fails when it differs from them. Make it anew:

                ./mvnw -pl schemas test -Dtest=EventCatalogueTest -Dpostroom.regenerate=true

            Values are Avro in the Confluent wire format: a zero byte, the schema's id in four bytes, Avro binary. The
            registry's subject is `<topic>-<record's full name>`. Headers follow CloudEvents' binary mode (`ce_id`,
            `ce_type`, `ce_source`, `ce_time`) and W3C Trace Context (`traceparent`). Keys are text. An enumeration's
            `UNKNOWN` is never written: a reader sees it in place of a value that its own schema does not have yet. What
            routing, or a service without a database, could not process is in the topic of the same name with
            `.dead-letters` at its end; other services keep such records in their database, with what waits behind them.

            """;

    private final StringBuilder page = new StringBuilder(HEADING);
    private final Map<String, Schema> shared = new LinkedHashMap<>();

    private EventCatalogue() {}

    /** The whole page, in Markdown; the same for the same schemas. */
    public static String markdown() {
        return new EventCatalogue().write();
    }

    private String write() {
        overview();
        Topics.all().forEach(this::topic);
        sharedTypes();
        return page.toString();
    }

    private void overview() {
        line("| topic | key | kept | records |");
        line("|---|---|---|---|");
        for (Topic topic : Topics.all()) {
            line("| [`%s`](#%s) | %s | %s | %s |"
                    .formatted(
                            topic.name(),
                            anchor(topic.name()),
                            key(topic.key()),
                            kept(topic.retention()),
                            String.join(
                                    ", ",
                                    topic.records().stream()
                                            .map(EventCatalogue::link)
                                            .toList())));
        }
        line("");
    }

    private void topic(Topic topic) {
        line("## " + topic.name());
        line("");
        line(topic.purpose());
        line("");
        line("- Key: " + key(topic.key()));
        line("- Kept: " + kept(topic.retention()));
        topic.configuration().forEach((key, value) -> line("- `%s`: `%s`".formatted(key, value)));
        line("- Read by: " + String.join(", ", topic.readers()));
        if (topic.equals(Topics.ROUTING_JOURNAL)) {
            line("- Carries as well: "
                    + RoutingJournal.sources().stream()
                            .map(EventCatalogue::merged)
                            .collect(Collectors.joining(", ")));
        }
        line("");
        topic.records().forEach(this::record);
    }

    /** What the journal takes of a topic: all, unless it says which. */
    private static String merged(Topic source) {
        var taken = RoutingJournal.recordsFrom(source);
        var topic = "[`%s`](#%s)".formatted(source.name(), anchor(source.name()));
        if (taken.size() == source.records().size()) {
            return "every record of " + topic;
        }
        return taken.stream().map(Class::getSimpleName).map("`%s`"::formatted).collect(Collectors.joining(", "))
                + " of " + topic;
    }

    private void record(Topic.Entry entry) {
        Schema schema = schema(entry);
        line("### " + schema.getName());
        line("");
        line(schema.getDoc());
        line("");
        line("`%s`, written by %s.".formatted(schema.getFullName(), entry.writer()));
        line("");
        fields(schema);
    }

    private void fields(Schema schema) {
        line("| field | type | meaning |");
        line("|---|---|---|");
        for (Schema.Field field : schema.getFields()) {
            String otherwise = field.hasDefaultValue() ? " (default `%s`)".formatted(defaultOf(field)) : "";
            line("| `%s` | %s%s | %s |".formatted(field.name(), type(field.schema()), otherwise, field.doc()));
        }
        line("");
    }

    private void sharedTypes() {
        line("## Types used in the records");
        line("");
        // A type's own fields may name further types, which then join the end of the list.
        for (int i = 0; i < shared.size(); i++) {
            Schema schema = List.copyOf(shared.values()).get(i);
            line("### " + schema.getName());
            line("");
            line(schema.getDoc());
            line("");
            if (schema.getType() == Schema.Type.ENUM) {
                line("One of: `" + String.join("`, `", schema.getEnumSymbols()) + "`.");
                line("");
            } else {
                fields(schema);
            }
        }
        page.setLength(page.length() - 1);
    }

    private String type(Schema schema) {
        if (schema.getLogicalType() != null) {
            return switch (schema.getLogicalType().getName()) {
                case "timestamp-micros" -> "time (UTC, microseconds)";
                case String other -> other;
            };
        }
        return switch (schema.getType()) {
            case RECORD, ENUM -> {
                shared.putIfAbsent(schema.getFullName(), schema);
                yield "[%s](#%s)".formatted(schema.getName(), anchor(schema.getName()));
            }
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            case UNION -> union(schema);
            default -> schema.getType().getName();
        };
    }

    /** The alternatives, with null at the end, where people expect it. */
    private String union(Schema schema) {
        List<Schema> alternatives = schema.getTypes().stream()
                .sorted(Comparator.comparing(Schema::isNullable))
                .toList();
        return String.join(" or ", alternatives.stream().map(this::type).toList());
    }

    private static String defaultOf(Schema.Field field) {
        return String.valueOf(SpecificData.get().getDefaultValue(field));
    }

    private static String link(Topic.Entry entry) {
        String name = schema(entry).getName();
        return "[%s](#%s)".formatted(name, anchor(name));
    }

    private static Schema schema(Topic.Entry entry) {
        return SpecificData.get().getSchema(entry.type());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static String key(Topic.Key key) {
        return switch (key) {
            case ORGANISATION -> "organisation id";
            case ORGANISATION_AND_ENTITY -> "`<organisation id>/<kind>/<entity id>`";
            case INTERACTION -> "interaction id";
        };
    }

    private static String kept(Topic.Retention retention) {
        return switch (retention) {
            case KEEP -> "for ever";
            case COMPACT -> "the newest of each key";
            case SEVEN_DAYS -> "7 days";
        };
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
