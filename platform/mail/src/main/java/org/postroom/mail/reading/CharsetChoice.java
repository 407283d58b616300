package org.postroom.mail.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text, the same way for a subject, a file's name and a body. The label is trusted unless the bytes
 * contradict it: then they are read as UTF-8 where they are that, else as the larger character set that the label
 * usually stands for in practice (as the WHATWG's Encoding standard has it), else as windows-1252, which can read almost
 * anything. The default label of a body, us-ascii, says no more than none.
 *
 * <p>Bytes that are UTF-8 by chance are so rare that UTF-8 wins over most labels: nobody writes {@code Ã¼}.
 */
final class CharsetChoice {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset JAPANESE_IN_SEVEN_BITS = Charset.forName("x-windows-iso2022jp");

    /** So many characters of three bytes and more are UTF-8 by no chance, even in a set of two bytes a character. */
    private static final int NO_CHANCE = 2;

    /** Of so many bytes a guess is made. */
    private static final int GUESSED_FROM = 8 * 1024;

    /** Sets that are recognised by what their bytes look like, where no label is there. */
    private static final Set<String> GUESSED = Set.of(
            "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "koi8-r", "iso-8859-5", "iso-8859-7");

    private CharsetChoice() {}

    /** Decodes bytes that carry no label, as raw header fields do. */
    static String decode(byte[] bytes) {
        return decode(bytes, null);
    }

    /** Decodes bytes that carry no label, where a label stands nearby: they are UTF-8 if they can be. */
    static String decodeUnlabelled(byte[] bytes, @Nullable String nearby) {
        if (isAscii(bytes)) {
            return decode(bytes, null);
        }
        @Nullable String utf8 = strictly(bytes, StandardCharsets.UTF_8, true);
        return utf8 == null ? decode(bytes, nearby) : utf8;
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
        Optional<Charset> labelled = label == null ? Optional.empty() : CharsetNames.find(label);
        if (isAscii(bytes)) {
            return ofSevenBits(bytes, labelled, whole);
        }
        @Nullable String utf8 = strictly(bytes, StandardCharsets.UTF_8, whole);
        if (labelled.isEmpty() || labelled.get().equals(StandardCharsets.US_ASCII)) {
            return utf8 == null ? new String(bytes, guessed(bytes)) : utf8;
        }
        if (utf8 != null && isNoChance(utf8, labelled.get())) {
            return utf8;
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
        boolean latin =
                charset.equals(StandardCharsets.ISO_8859_1) || charset.name().equals("ISO-8859-9");
        if (latin && hasControlOfLatin1(bytes)) {
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

    /** Bytes without an eighth bit are ASCII, except those of ISO-2022, labelled or not, and of UTF-16. */
    private static String ofSevenBits(byte[] bytes, Optional<Charset> labelled, boolean whole) {
        Charset label = labelled.orElse(StandardCharsets.US_ASCII);
        boolean japanese = label.name().startsWith("ISO-2022-JP");
        if ((shifts(label) && !japanese) || (isWide(label) && hasZero(bytes))) {
            return firstThatFits(bytes, List.of(label), label, whole);
        }
        return japanese || shiftsToJapanese(bytes)
                ? firstThatFits(bytes, japanese ? List.of(label) : List.of(), JAPANESE_IN_SEVEN_BITS, whole)
                : new String(bytes, StandardCharsets.US_ASCII);
    }

    private static boolean shiftsToJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean shifts(Charset charset) {
        return charset.name().toLowerCase(Locale.ROOT).contains("2022");
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** True where the bytes are UTF-8 whatever the label says. */
    private static boolean isNoChance(String utf8, Charset labelled) {
        if (isWide(labelled)) {
            return utf8.indexOf(0) < 0;
        }
        boolean oneByteEach = labelled.newDecoder().maxCharsPerByte() == 1
                && labelled.canEncode()
                && labelled.newEncoder().maxBytesPerChar() == 1;
        if (oneByteEach
                && !labelled.name().toLowerCase(Locale.ROOT).contains("874")
                && !labelled.name().startsWith("TIS")) {
            return true;
        }
        return utf8.codePoints()
                        .filter(character -> character >= 0x800)
                        .limit(NO_CHANCE)
                        .count()
                == NO_CHANCE;
    }

    /** The set that unlabelled bytes seem to be in; windows-1252 unless much speaks for another one. */
    private static Charset guessed(byte[] bytes) {
        byte[] sample = bytes.length > GUESSED_FROM ? Arrays.copyOf(bytes, GUESSED_FROM) : bytes;
        int foreign = 0;
        for (byte one : sample) {
            foreign += one < 0 ? 1 : 0;
        }
        // In Latin script a few letters have accents; where every other byte is foreign, it is another script.
        if (foreign < 8 || foreign * 5 < sample.length * 2) {
            return WINDOWS_1252;
        }
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            if (GUESSED.contains(match.getName().toLowerCase(Locale.ROOT))) {
                return CharsetNames.find(match.getName()).orElse(WINDOWS_1252);
            }
        }
        return WINDOWS_1252;
    }

    /** In ISO-8859 the bytes from 0x80 to 0x9F are control characters that nobody writes. */
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
            case "GB2312", "GBK" -> CharsetNames.find("GB18030").orElse(labelled);
            case "Shift_JIS" -> CharsetNames.find("windows-31j").orElse(labelled);
            case "EUC-KR" -> CharsetNames.find("x-windows-949").orElse(labelled);
            case "Big5" -> CharsetNames.find("Big5-HKSCS").orElse(labelled);
            case "ISO-8859-9" -> CharsetNames.find("windows-1254").orElse(labelled);
            case "TIS-620" -> CharsetNames.find("x-windows-874").orElse(labelled);
            case "UTF-8", "US-ASCII", "ISO-8859-1" -> WINDOWS_1252;
            default -> labelled;
        };
    }
}
