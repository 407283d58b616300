package org.postroom.routing.journal.kafka.stored;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link StoredWriter} wrote, part by part in the same order; damaged bytes are refused. */
final class StoredReader {

    private static final int UUID_BYTES = 16;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final byte[] bytes;
    private final int version;
    private int place = 1;

    StoredReader(byte[] bytes, int version) {
        this.bytes = bytes;
        this.version = version;
    }

    /** The version that wrote the entity. */
    int version() {
        return version;
    }

    boolean flag() {
        return number() != 0;
    }

    long number() {
        long value = natural();
        return (value >>> 1) ^ -(value & 1);
    }

    int smallNumber() {
        return Math.toIntExact(number());
    }

    <E extends Enum<E>> E name(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    <I> I id(Function<String, I> constructor) {
        return constructor.apply(text());
    }

    <I> @Nullable I idOrNone(Function<String, I> constructor) {
        return flag() ? constructor.apply(text()) : null;
    }

    @Nullable
    String textOrNone() {
        return flag() ? text() : null;
    }

    String text() {
        long header = natural();
        if (header == 0) {
            return Uuids.read(bytes, take(UUID_BYTES)).toString();
        }
        int length = length(header - 1);
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    Instant moment() {
        return Instant.ofEpochSecond(number(), nanos());
    }

    @Nullable
    Instant momentOrNone() {
        return flag() ? moment() : null;
    }

    Duration duration() {
        return Duration.ofSeconds(number(), nanos());
    }

    <T> List<T> all(Supplier<T> read) {
        int count = length(natural());
        List<T> items = new ArrayList<>(count);
        for (int item = 0; item < count; item++) {
            items.add(read.get());
        }
        return items;
    }

    /** Reads as many items as there are, where they do not make a list. */
    void each(Runnable read) {
        int count = length(natural());
        for (int item = 0; item < count; item++) {
            read.run();
        }
    }

    /** Refuses bytes behind the last part: they are not what they were taken for. */
    void requireEnd() {
        if (place != bytes.length) {
            throw damaged();
        }
    }

    private long nanos() {
        long value = natural();
        return (value & 1) == 0 ? (value >>> 1) * NANOS_PER_MILLI : value >>> 1;
    }

    private long natural() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = bytes[take(1)];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    /** Nothing can be longer than what is left, so that damaged bytes make no huge array. */
    private int length(long value) {
        if (value < 0 || value > bytes.length - place) {
            throw damaged();
        }
        return (int) value;
    }

    private int take(int length) {
        int begin = place;
        if (length > bytes.length - begin) {
            throw damaged();
        }
        place += length;
        return begin;
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("expected a stored entity of version " + version + ", but its "
                + bytes.length + " bytes are damaged at " + place);
    }
}
