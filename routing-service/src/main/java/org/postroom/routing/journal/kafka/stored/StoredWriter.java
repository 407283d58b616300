package org.postroom.routing.journal.kafka.stored;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.Id;

/**
 * Writes the parts of a stored entity: numbers in as few bytes as they need, identifiers that are UUIDs in sixteen, other text
 * in UTF-8 behind its length.
 */
final class StoredWriter {

    private static final int FIRST_SIZE = 512;
    private static final int LARGEST_NUMBER = 10;
    private static final int UUID_BYTES = 16;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Forgets what was written, and begins the next entity. */
    void begin(int version) {
        bytes[0] = (byte) version;
        size = 1;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void flag(boolean value) {
        number(value ? 1 : 0);
    }

    /** A whole number; small ones, either way, take few bytes. */
    void number(long value) {
        natural((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /** An enumeration's value by its name, which is therefore never to be changed. */
    void name(Enum<?> value) {
        text(value.name());
    }

    void id(Id id) {
        text(id.value());
    }

    void idOrNone(@Nullable Id id) {
        textOrNone(id == null ? null : id.value());
    }

    void textOrNone(@Nullable String text) {
        flag(text != null);
        if (text != null) {
            text(text);
        }
    }

    /** Text behind its length and one, or behind 0 a UUID. */
    void text(String text) {
        if (Uuids.isOne(text)) {
            natural(0);
            uuid(UUID.fromString(text));
        } else {
            var encoded = text.getBytes(StandardCharsets.UTF_8);
            natural(encoded.length + 1L);
            makeRoomFor(encoded.length);
            System.arraycopy(encoded, 0, bytes, size, encoded.length);
            size += encoded.length;
        }
    }

    void moment(Instant moment) {
        number(moment.getEpochSecond());
        nanos(moment.getNano());
    }

    void momentOrNone(@Nullable Instant moment) {
        flag(moment != null);
        if (moment != null) {
            moment(moment);
        }
    }

    void duration(Duration duration) {
        number(duration.getSeconds());
        nanos(duration.getNano());
    }

    <T> void all(Collection<T> items, Consumer<T> write) {
        natural(items.size());
        items.forEach(write);
    }

    /** Whole milliseconds, as the journal's times have, take two bytes. */
    private void nanos(int nanos) {
        natural(nanos % NANOS_PER_MILLI == 0 ? (nanos / NANOS_PER_MILLI) << 1 : ((long) nanos << 1) | 1);
    }

    private void natural(long value) {
        makeRoomFor(LARGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void uuid(UUID uuid) {
        makeRoomFor(UUID_BYTES);
        size = Uuids.write(uuid, bytes, size);
    }

    private void makeRoomFor(int length) {
        int needed = Math.addExact(size, length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.addExact(bytes.length, bytes.length)));
        }
    }
}
