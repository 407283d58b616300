package org.postroom.routing.journal.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.schemas.catalogue.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A journal that was recorded, and what was decided upon it then: a line for each record with its time, its type and the
 * event in Avro's JSON, and in a second file a line for each event that came of it.
 */
record JournalCase(List<Entry> journal, List<String> events) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JOURNAL = ".journal";
    private static final String EVENTS = ".events";

    /** A record of the journal and its time, which is the moment of the decision. */
    record Entry(Instant at, SpecificRecord event) {}

    static JournalCase read(Path folder, String name) throws IOException {
        var journal = new ArrayList<Entry>();
        for (var line : Files.readAllLines(folder.resolve(name + JOURNAL))) {
            var parts = line.split(" ", 3);
            journal.add(new Entry(Instant.parse(parts[0]), decode(parts[1], parts[2])));
        }
        return new JournalCase(journal, Files.readAllLines(folder.resolve(name + EVENTS)));
    }

    void write(Path folder, String name) throws IOException {
        var lines = new ArrayList<String>();
        for (var entry : journal) {
            lines.add(entry.at() + " " + entry.event().getSchema().getFullName() + " " + encode(entry.event()));
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + JOURNAL), lines);
        Files.write(folder.resolve(name + EVENTS), events);
    }

    /** What this version decides upon a journal. */
    static List<String> decide(List<Entry> journal) {
        var routing = OrganisationRouting.empty(RoutingPolicy.DEFAULT);
        var events = new ArrayList<String>();
        for (var entry : journal) {
            for (var event :
                    routing.decide(InputReader.read(entry.event()), entry.at()).events()) {
                var written = EventWriter.write(event, JournalRecords.ORGANISATION, entry.at());
                events.add(written.getSchema().getName() + " " + written);
            }
        }
        return events;
    }

    /**
     * An event without the fields that say nothing, so that one which was written before a field came is the same as one
     * that says nothing in it.
     */
    static String withoutDefaults(String line) {
        var parts = line.split(" ", 2);
        var event = (ObjectNode) JSON.readTree(parts[1]);
        for (var field : schemaOf(parts[0]).getFields()) {
            if (field.hasDefaultValue() && saysNothing(event.get(field.name()), field.defaultVal())) {
                event.remove(field.name());
            }
        }
        return parts[0] + " " + JSON.writeValueAsString(event);
    }

    private static boolean saysNothing(@Nullable JsonNode value, Object byDefault) {
        return value == null
                || (JsonProperties.NULL_VALUE.equals(byDefault)
                        ? value.isNull()
                        : value.equals(JSON.valueToTree(byDefault)));
    }

    private static Schema schemaOf(String event) {
        return Topics.all().stream()
                .flatMap(topic -> topic.records().stream())
                .map(entry -> SpecificData.get().getSchema(entry.type()))
                .filter(schema -> schema.getName().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static String encode(SpecificRecord event) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().jsonEncoder(event.getSchema(), out);
        new SpecificDatumWriter<>(event.getSchema(), SpecificData.getForClass(event.getClass())).write(event, encoder);
        encoder.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** With the reader's schema: what an earlier version wrote must be readable for ever. */
    private static SpecificRecord decode(String type, String json) throws IOException {
        try {
            var model = Class.forName(type).asSubclass(SpecificRecord.class);
            var data = SpecificData.getForClass(model);
            var schema = data.getSchema(model);
            return new SpecificDatumReader<SpecificRecord>(schema, schema, data)
                    .read(null, DecoderFactory.get().jsonDecoder(schema, withLaterFields(schema, json)));
        } catch (ClassNotFoundException gone) {
            throw new IOException("expected an event that is still known, but got " + type, gone);
        }
    }

    /** A field that came after the recording is what it is where nothing is said: Avro's JSON cannot do without it. */
    private static String withLaterFields(Schema schema, String json) {
        var event = (ObjectNode) JSON.readTree(json);
        for (var field : schema.getFields()) {
            if (event.has(field.name()) || !field.hasDefaultValue()) {
                continue;
            }
            if (JsonProperties.NULL_VALUE.equals(field.defaultVal())) {
                event.putNull(field.name());
            } else {
                event.set(field.name(), JSON.valueToTree(field.defaultVal()));
            }
        }
        return JSON.writeValueAsString(event);
    }
}
