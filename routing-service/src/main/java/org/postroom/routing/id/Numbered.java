package org.postroom.routing.id;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An id of which there may be millions in memory, and of which every decision looks many up. Those that exist are UUIDs in lower
 * case (RFC 9562) and kept as their two numbers, which are compared without looking at any text. Any other text, which a command
 * or a header may name, is kept as it is.
 */
abstract sealed class Numbered implements Id permits CommandId, ConversationId, EmailId, InteractionId {

    private static final int LENGTH = 36;
    private static final int[] DASHES = {8, 13, 18, 23};
    private static final int[] UPPER_HALF = {0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17};
    private static final int[] LOWER_HALF = {19, 20, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35};
    private static final int BITS_PER_DIGIT = 4;
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final byte NO_DIGIT = -1;
    private static final byte[] DIGITS = digits();

    private final long high;
    private final long low;
    private final @Nullable String text;

    /**
     * An id of this name.
     *
     * @param expected what it names, as in "a conversation id"
     * @throws IllegalArgumentException if it is blank
     */
    Numbered(String value, String expected) {
        if (isUuid(value)) {
            high = number(value, UPPER_HALF);
            low = number(value, LOWER_HALF);
            text = null;
        } else {
            Id.requireText(value, expected);
            high = 0;
            low = 0;
            text = value;
        }
    }

    Numbered(long high, long low) {
        this.high = high;
        this.low = low;
        this.text = null;
    }

    @Override
    public final String value() {
        return text == null ? new UUID(high, low).toString() : text;
    }

    /** The first 64 bits of the UUID that it is; 0 where {@link #text} is not null. */
    public final long high() {
        return high;
    }

    /** The last 64 bits of the UUID that it is; 0 where {@link #text} is not null. */
    public final long low() {
        return low;
    }

    /** The name where it is no UUID in lower case; else null. */
    public final @Nullable String text() {
        return text;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Numbered same
                && high == same.high
                && low == same.low
                && getClass() == same.getClass()
                && (text == null ? same.text == null : text.equals(same.text));
    }

    @Override
    public final int hashCode() {
        return text == null ? Long.hashCode(high ^ low) : text.hashCode();
    }

    @Override
    public final String toString() {
        return value();
    }

    /** As the texts are ordered. */
    final int compare(Numbered other) {
        if (text != null || other.text != null) {
            return value().compareTo(other.value());
        }
        return high != other.high ? Long.compareUnsigned(high, other.high) : Long.compareUnsigned(low, other.low);
    }

    /** True for what is written exactly so: only then does the text come back from its numbers. */
    private static boolean isUuid(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int dash : DASHES) {
            if (value.charAt(dash) != '-') {
                return false;
            }
        }
        return areDigits(value, UPPER_HALF) && areDigits(value, LOWER_HALF);
    }

    private static boolean areDigits(String value, int[] places) {
        int all = 0;
        for (int place : places) {
            all |= digit(value.charAt(place));
        }
        return all >= 0;
    }

    private static long number(String uuid, int[] places) {
        long number = 0;
        for (int place : places) {
            number = number << BITS_PER_DIGIT | digit(uuid.charAt(place));
        }
        return number;
    }

    /** The value of a digit; negative for any other letter. */
    private static int digit(char letter) {
        return letter < DIGITS.length ? DIGITS[letter] : NO_DIGIT;
    }

    private static byte[] digits() {
        byte[] digits = new byte['f' + 1];
        Arrays.fill(digits, NO_DIGIT);
        for (byte value = 0; value < HEXADECIMAL.length(); value++) {
            digits[HEXADECIMAL.charAt(value)] = value;
        }
        return digits;
    }
}
