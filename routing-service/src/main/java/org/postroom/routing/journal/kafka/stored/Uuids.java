package org.postroom.routing.journal.kafka.stored;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;

/** Identifiers that are UUIDs in their canonical text, which sixteen bytes hold as well as thirty-six. */
final class Uuids {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int TEXT_LENGTH = 36;
    private static final String PATTERN = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private Uuids() {}

    /** True for a text that comes back the same from sixteen bytes: lower case, and dashes at their places. */
    static boolean isOne(String text) {
        if (text.length() != TEXT_LENGTH) {
            return false;
        }
        for (int place = 0; place < TEXT_LENGTH; place++) {
            char letter = text.charAt(place);
            boolean fits = PATTERN.charAt(place) == '-'
                    ? letter == '-'
                    : (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Writes one and returns the place behind it. */
    static int write(UUID uuid, byte[] bytes, int place) {
        LONG.set(bytes, place, uuid.getMostSignificantBits());
        LONG.set(bytes, place + Long.BYTES, uuid.getLeastSignificantBits());
        return place + 2 * Long.BYTES;
    }

    static UUID read(byte[] bytes, int place) {
        return new UUID((long) LONG.get(bytes, place), (long) LONG.get(bytes, place + Long.BYTES));
    }
}
