package org.postroom.mail.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text, the same way for a subject, a file's name and a body. The label is trusted unless the bytes
 * contradict it: then they are read as UTF-8 where they are that, else as the larger character set that the label
 * usually stands for in practice (as the WHATWG's Encoding standard has it), else as windows-1252, which can read almost
 * anything. The default label of a body, us-ascii, says no more than none.
 */
final class CharsetChoice {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CharsetChoice() {}

    /** Decodes bytes that carry no label, as raw header fields do. */
    static String decode(byte[] bytes) {
        return decode(bytes, null);
    }

    /** Decodes bytes under a label that may be wrong or unknown. */
    static String decode(byte[] bytes, @Nullable String label) {
        return decode(bytes, label, true);
    }

    /**
     * Decodes bytes under a label that may be wrong or unknown.
     *
     * @param whole false where the bytes were cut, so that half a character at their end contradicts nothing
     */
    static String decode(byte[] bytes, @Nullable String label, boolean whole) {
        Optional<Charset> labelled = label == null ? Optional.empty() : named(label);
        if (labelled.isEmpty()) {
            if (isAscii(bytes)) {
                return new String(bytes, StandardCharsets.US_ASCII);
            }
            return firstThatFits(bytes, List.of(StandardCharsets.UTF_8), WINDOWS_1252, whole);
        }
        Charset larger = larger(labelled.get());
        return firstThatFits(bytes, List.of(labelled.get(), StandardCharsets.UTF_8, larger), larger, whole);
    }

    private static String firstThatFits(byte[] bytes, List<Charset> candidates, Charset last, boolean whole) {
        for (Charset candidate : candidates) {
            @Nullable String text = strictly(bytes, candidate, whole);
            if (text != null) {
                return text;
            }
        }
        return new String(bytes, last);
    }

    /** The text; null where one byte contradicts the character set. */
    private static @Nullable String strictly(byte[] bytes, Charset charset, boolean whole) {
        if (charset.equals(StandardCharsets.ISO_8859_1) && hasControlOfLatin1(bytes)) {
            return null;
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        if (!decoder.decode(ByteBuffer.wrap(bytes), text, whole).isUnderflow()
                || (whole && !decoder.flush(text).isUnderflow())) {
            return null;
        }
        return text.flip().toString();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    /** In ISO-8859-1 the bytes from 0x80 to 0x9F are control characters that nobody writes. */
    private static boolean hasControlOfLatin1(byte[] bytes) {
        for (byte one : bytes) {
            if ((one & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static Charset larger(Charset labelled) {
        return switch (labelled.name()) {
            case "GB2312", "GBK" -> named("GB18030").orElse(labelled);
            case "Shift_JIS" -> named("windows-31j").orElse(labelled);
            case "EUC-KR" -> named("x-windows-949").orElse(labelled);
            case "UTF-8", "US-ASCII", "ISO-8859-1" -> WINDOWS_1252;
            default -> labelled;
        };
    }

    private static Optional<Charset> named(String label) {
        try {
            Charset known = Charset.forName(label.strip().toLowerCase(Locale.ROOT));
            return known.newDecoder().maxCharsPerByte() > 4 ? Optional.empty() : Optional.of(known);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
