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
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.RoutingPolicy;
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
        return decided(journal).stream().map(JournalCase::text).toList();
    }

    /** What this version decides upon this journal, in the form in which it was recorded. */
    List<String> decideAgain() {
        var decided = decided(journal);
        var again = new ArrayList<String>();
        for (int number = 0; number < decided.size(); number++) {
            var event = decided.get(number);
            again.add(number < events.size() ? withoutLaterFields(event, events.get(number)) : text(event));
        }
        return again;
    }

    private static String text(SpecificRecord event) {
        return event.getSchema().getName() + " " + event;
    }

    /** A field that came after the recording says nothing as long as it holds its default. */
    private static String withoutLaterFields(SpecificRecord event, String recorded) {
        var data = SpecificData.getForClass(event.getClass());
        var text = text(event);
        for (var field : event.getSchema().getFields()) {
            var value = data.toString(event.get(field.pos()));
            var quoted = "\"" + field.name() + "\": ";
            if (field.hasDefaultValue()
                    && !recorded.contains(quoted)
                    && value.equals(data.toString(data.getDefaultValue(field)))) {
                text = text.replace(", " + quoted + value, "");
            }
        }
        return text;
    }

    private static List<SpecificRecord> decided(List<Entry> journal) {
        var routing = OrganisationRouting.empty(RoutingPolicy.DEFAULT);
        var events = new ArrayList<SpecificRecord>();
        for (var entry : journal) {
            for (var event :
                    routing.decide(InputReader.read(entry.event()), entry.at()).events()) {
                events.add(EventWriter.write(event, JournalRecords.ORGANISATION, entry.at()));
            }
        }
        return events;
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

    /** A field that came after the recording means its default where it is absent: Avro's JSON cannot do without it. */
    private static String withLaterFields(Schema schema, String json) {
        var event = (ObjectNode) JSON.readTree(json);
        for (var field : schema.getFields()) {
            if (!event.has(field.name()) && field.hasDefaultValue()) {
                var meant = field.defaultVal();
                event.putPOJO(field.name(), JsonProperties.NULL_VALUE.equals(meant) ? null : meant);
            }
        }
        return JSON.writeValueAsString(event);
    }
}
