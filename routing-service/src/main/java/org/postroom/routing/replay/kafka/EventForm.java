package org.postroom.routing.replay.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Compares events that were made anew with those in the log. Where both were written by the same schema their bytes are equal;
 * what an earlier release wrote is compared in its schema, in which later fields are not there.
 *
 * <p>Not safe for use by several threads.
 */
final class EventForm {

    /** The format's version and the schema's id come before the content. */
    private static final int HEADER_SIZE = 5;

    private final Deserializer<Object> generic;
    private final ReusedBytes bytes = new ReusedBytes();
    private final Map<Schema, DatumWriter<SpecificRecord>> writers = new HashMap<>();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    private static final class ReusedBytes extends ByteArrayOutputStream {

        boolean isContentOf(byte[] logged) {
            return Arrays.equals(buf, 0, count, logged, HEADER_SIZE, logged.length);
        }
    }

    /** @param generic reads records in the schema that they were written in */
    EventForm(Deserializer<Object> generic) {
        this.generic = generic;
    }

    /** True where the log has the same event. */
    boolean isSame(SpecificRecord replayed, String topic, byte[] logged) {
        encode(replayed);
        return (logged.length >= HEADER_SIZE && bytes.isContentOf(logged))
                || isSameInEarlierSchema(replayed, topic, logged);
    }

    private boolean isSameInEarlierSchema(SpecificRecord replayed, String topic, byte[] logged) {
        var before = read(topic, logged);
        if (!before.getSchema().getFullName().equals(replayed.getSchema().getFullName())) {
            return false;
        }
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return before.equals(new GenericDatumReader<GenericRecord>(replayed.getSchema(), before.getSchema())
                    .read(null, decoder));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads an event of the log in the schema that it was written in. */
    GenericRecord read(String topic, byte[] logged) {
        return (GenericRecord) generic.deserialize(topic, logged);
    }

    private void encode(SpecificRecord event) {
        bytes.reset();
        try {
            writers.computeIfAbsent(event.getSchema(), schema -> writer(event)).write(event, encoder);
            encoder.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @SuppressWarnings("unchecked") // the writer of an event's schema writes that event
    private static DatumWriter<SpecificRecord> writer(SpecificRecord event) {
        return (DatumWriter<SpecificRecord>)
                SpecificData.getForClass(event.getClass()).createDatumWriter(event.getSchema());
    }
}
