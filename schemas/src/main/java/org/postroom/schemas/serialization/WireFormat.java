package org.postroom.schemas.serialization;

/** The first five bytes of each record in the Confluent wire format. */
final class WireFormat {

    /** The version of the format; there has only ever been one. */
    static final byte MAGIC = 0;

    /** The bytes before the Avro binary: the version and the schema's id, high byte first. */
    static final int HEADER_SIZE = 5;

    private WireFormat() {}

    static boolean isPresentIn(byte[] record) {
        return record.length >= HEADER_SIZE && record[0] == MAGIC;
    }

    static int schemaId(byte[] record) {
        return (record[1] & 0xff) << 24 | (record[2] & 0xff) << 16 | (record[3] & 0xff) << 8 | (record[4] & 0xff);
    }
}
