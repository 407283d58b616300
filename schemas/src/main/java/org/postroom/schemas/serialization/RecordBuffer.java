package org.postroom.schemas.serialization;

import java.io.OutputStream;
import java.util.Arrays;

/** A growing array of bytes that is used again for the next record. Not safe for use by several threads. */
final class RecordBuffer extends OutputStream {

    /** An array beyond this size, in bytes, is not kept for the next record. */
    private static final int LARGEST_KEPT = 64 * 1024;

    private static final int FIRST_SIZE = 512;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Forgets what was written and writes the header of the next record. */
    void begin(int schemaId) {
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[FIRST_SIZE];
        }
        bytes[0] = WireFormat.MAGIC;
        bytes[1] = (byte) (schemaId >>> 24);
        bytes[2] = (byte) (schemaId >>> 16);
        bytes[3] = (byte) (schemaId >>> 8);
        bytes[4] = (byte) schemaId;
        size = WireFormat.HEADER_SIZE;
    }

    @Override
    public void write(int value) {
        makeRoomFor(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        makeRoomFor(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** A copy of the record, header included. */
    byte[] toRecord() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoomFor(int length) {
        int needed = Math.addExact(size, length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
