package org.postroom.schemas.serialization;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes records of one class and schema under one schema id. Safe for use by several threads.
 *
 * <p>Where the registered schema is another version than the record's own, the record is first brought into its shape.
 */
final class RecordWriter {

    private static final class Workspace {
        final RecordBuffer buffer = new RecordBuffer();
        final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
    }

    private static final Spare<Workspace> WORKSPACE = new Spare<>(Workspace::new);

    private final int schemaId;
    private final DatumWriter<Object> own;
    private final Schema ownSchema;
    private final Schema registered;
    private final boolean sameShape;

    private RecordWriter(int schemaId, DatumWriter<Object> own, Schema ownSchema, Schema registered) {
        this.schemaId = schemaId;
        this.own = own;
        this.ownSchema = ownSchema;
        this.registered = registered;
        this.sameShape = registered.equals(ownSchema)
                || SchemaNormalization.toParsingForm(registered).equals(SchemaNormalization.toParsingForm(ownSchema));
    }

    /**
     * @param example a record of the class to be written
     * @param schemaId the id of the registered schema
     * @param registered the schema with that id
     */
    static RecordWriter like(IndexedRecord example, int schemaId, Schema registered) {
        Schema schema = example.getSchema();
        DatumWriter<Object> writer = example instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(example.getClass()))
                : new GenericDatumWriter<>(schema, GenericData.get());
        return new RecordWriter(schemaId, writer, schema, registered);
    }

    byte[] write(IndexedRecord record) throws IOException {
        Workspace workspace = WORKSPACE.take();
        workspace.buffer.begin(schemaId);
        writeTo(workspace.encoder, record);
        workspace.encoder.flush();
        byte[] result = workspace.buffer.toRecord();
        WORKSPACE.giveBack(workspace);
        return result;
    }

    private void writeTo(Encoder encoder, IndexedRecord record) throws IOException {
        if (sameShape) {
            own.write(record, encoder);
        } else {
            new GenericDatumWriter<>(registered).write(inRegisteredShape(record), encoder);
        }
    }

    private Object inRegisteredShape(IndexedRecord record) throws IOException {
        RecordBuffer buffer = new RecordBuffer();
        buffer.begin(schemaId);
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
        own.write(record, encoder);
        encoder.flush();
        byte[] bytes = buffer.toRecord();
        return new GenericDatumReader<>(ownSchema, registered)
                .read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(
                                        bytes, WireFormat.HEADER_SIZE, bytes.length - WireFormat.HEADER_SIZE, null));
    }
}
