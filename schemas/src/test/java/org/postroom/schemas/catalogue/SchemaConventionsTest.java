package org.postroom.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class SchemaConventionsTest {

    private static final Path SOURCES = Path.of("src", "main", "avro");

    @Test
    void documentsEveryTypeAndEveryField() {
        List<String> undocumented = new ArrayList<>();
        for (Schema type : types()) {
            if (isBlank(type.getDoc())) {
                undocumented.add(type.getFullName());
            }
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> undocumented.add(type.getFullName() + "." + field.name()));
            }
        }
        assertThat(undocumented)
                .as("types and fields without a doc comment; the catalogue for readers is made of them")
                .isEmpty();
    }

    @Test
    void beginsEveryEnumerationWithTheDefaultUnknown() {
        for (Schema type : types()) {
            if (type.getType() == Schema.Type.ENUM) {
                assertThat(type.getEnumDefault())
                        .as(
                                "%s needs the default UNKNOWN: without it an old reader fails at a new value",
                                type.getName())
                        .isEqualTo("UNKNOWN");
                assertThat(type.getEnumSymbols().getFirst())
                        .as(type.getFullName())
                        .isEqualTo("UNKNOWN");
            }
        }
    }

    @Test
    void beginsEveryEventWithItsOrganisationAndEndsItWithItsTime() {
        for (Schema event : events()) {
            Schema.Field first = event.getFields().getFirst();
            Schema.Field last = event.getFields().getLast();
            assertThat(first.name()).as("first field of %s", event.getName()).isEqualTo("organisationId");
            assertThat(first.schema().getType())
                    .as("organisationId of %s", event.getName())
                    .isEqualTo(Schema.Type.STRING);
            assertThat(last.name()).as("last field of %s", event.getName()).isEqualTo("occurredAt");
            assertThat(last.schema().getLogicalType())
                    .as("occurredAt of %s", event.getName())
                    .isEqualTo(LogicalTypes.timestampMicros());
        }
    }

    @Test
    void keepsEachEventInAFileOfItsNameInItsTopicsFolder() {
        for (Topic topic : Topics.all()) {
            String folder = topic.name().substring("postroom.".length());
            for (Topic.Entry entry : topic.records()) {
                assertThat(SOURCES.resolve(folder).resolve(entry.type().getSimpleName() + ".avdl"))
                        .exists();
            }
        }
    }

    @Test
    void listsEverySchemaFileInTheCatalogue() throws IOException {
        Set<String> listed = Topics.all().stream()
                .flatMap(topic -> topic.records().stream())
                .map(entry -> entry.type().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> present = files.filter(file -> file.toString().endsWith(".avdl"))
                    .filter(file -> !file.getParent().endsWith("common"))
                    .map(file -> file.getFileName().toString().replace(".avdl", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(present)
                    .as(
                            "events under src/main/avro and in Topics.java; an event that is in no topic cannot be published")
                    .isEqualTo(listed);
        }
    }

    @Test
    void describesEachSharedTypeTheSameWayWhereverItIsUsed() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Schema event : events()) {
            Map<String, Schema> found = new LinkedHashMap<>();
            collect(event, found);
            found.forEach((name, type) -> assertThat(texts.computeIfAbsent(name, _ -> type.toString()))
                    .as(
                            "%s inside %s: Avro's Maven plugin does not see changes of imported files;"
                                    + " delete schemas/target/generated-sources and build again",
                            name, event.getName())
                    .isEqualTo(type.toString()));
        }
    }

    @Test
    void namesEachEventOnce() {
        List<String> names = events().stream().map(Schema::getName).sorted().toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static List<Schema> events() {
        return Topics.all().stream()
                .flatMap(topic -> topic.records().stream())
                .map(entry -> SpecificData.get().getSchema(entry.type()))
                .toList();
    }

    /** Every named type that is reachable from an event. */
    private static List<Schema> types() {
        Map<String, Schema> found = new LinkedHashMap<>();
        events().forEach(event -> collect(event, found));
        return List.copyOf(found.values());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(member -> collect(member, found));
            default -> {}
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
