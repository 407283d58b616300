package org.postroom.mail.reading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The properties of a message or a file in TNEF (MS-OXTNEF, section 2.1.3.4), as far as they can be read. */
final class TnefProperties {

    static final int BODY = 0x1000;
    static final int BODY_IN_HTML = 0x1013;
    static final int BODY_IN_RTF = 0x1009;
    static final int MEDIA_TYPE = 0x370E;
    static final int LONG_FILE_NAME = 0x3707;
    static final int CONTENT_ID = 0x3712;

    private static final int DATA = 0x3701;
    private static final int FIRST_NAMED = 0x8000;
    private static final int MULTIPLE = 0x1000;
    private static final int OBJECT = 0x0D;
    private static final int TEXT = 0x1E;
    private static final int UNICODE = 0x1F;
    private static final int BINARY = 0x102;
    private static final int MOST = 10_000;
    private static final String OLD_SET = "windows-1252";

    private final ByteBuffer bytes;
    private final Map<Integer, String> texts = new HashMap<>();
    private boolean object;

    TnefProperties(byte[] encoded) {
        bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int count = Math.min(bytes.getInt(), MOST);
            for (int i = 0; i < count; i++) {
                readOne();
            }
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            // What was read before is right; what comes after a wrong length is anything.
        }
    }

    /** A property that is a text; empty where there is none. */
    String text(int identifier) {
        return texts.getOrDefault(identifier, "");
    }

    /** True where a file is an object, such as another message, that only Outlook knows. */
    boolean holdsObject() {
        return object;
    }

    /** A text in the set of the sender's computer, up to the zero that ends it. */
    static String inOldSet(byte[] text) {
        return upToZero(CharsetChoice.decode(text, OLD_SET));
    }

    private void readOne() {
        int type = bytes.getShort() & 0xFFFF;
        int identifier = bytes.getShort() & 0xFFFF;
        if (identifier >= FIRST_NAMED) {
            skipName();
        }
        int single = type & ~MULTIPLE;
        boolean counted = (type & MULTIPLE) != 0 || isOfAnyLength(single);
        int values = counted ? bytes.getInt() : 1;
        for (int i = 0; i < values && i < MOST; i++) {
            readValue(single, identifier, i == 0);
        }
    }

    private void readValue(int type, int identifier, boolean first) {
        if (!isOfAnyLength(type)) {
            skip(sizeOf(type));
            return;
        }
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        bytes.get(value);
        skip(Math.min(bytes.remaining(), -length & 3));
        object |= type == OBJECT && identifier == DATA;
        if (first && type == UNICODE) {
            texts.putIfAbsent(identifier, upToZero(new String(value, StandardCharsets.UTF_16LE)));
        } else if (first && (type == TEXT || type == BINARY)) {
            texts.putIfAbsent(identifier, inOldSet(value));
        }
    }

    private void skipName() {
        skip(16);
        int kind = bytes.getInt();
        int length = bytes.getInt();
        if (kind == 1) {
            skip(length);
            skip(-length & 3);
        }
    }

    private void skip(int count) {
        if (count < 0) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + count);
    }

    private static boolean isOfAnyLength(int type) {
        return type == OBJECT || type == TEXT || type == UNICODE || type == BINARY;
    }

    private static int sizeOf(int type) {
        return switch (type) {
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 4;
        };
    }

    private static String upToZero(String text) {
        int zero = text.indexOf(0);
        return Characters.ofBody(zero < 0 ? text : text.substring(0, zero));
    }
}
