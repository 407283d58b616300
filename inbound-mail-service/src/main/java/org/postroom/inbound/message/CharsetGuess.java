package org.postroom.inbound.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. The label is trusted unless the bytes contradict it: then they are read as UTF-8 where they
 * are that, else as the larger character set that the label usually stands for in practice, else as windows-1252,
 * which can read almost anything.
 */
final class CharsetGuess {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CharsetGuess() {}

    /** Decodes bytes that carry no label, as raw header fields do. */
    static String decode(byte[] bytes) {
        return firstThatFits(bytes, List.of(StandardCharsets.UTF_8), WINDOWS_1252);
    }

    /** Decodes bytes under a label that may be wrong or unknown. */
    static String decode(byte[] bytes, @Nullable String label) {
        Optional<Charset> labelled = label == null ? Optional.empty() : named(label);
        if (labelled.isEmpty()) {
            return decode(bytes);
        }
        Charset larger = larger(labelled.get());
        return firstThatFits(bytes, List.of(labelled.get(), StandardCharsets.UTF_8, larger), larger);
    }

    private static String firstThatFits(byte[] bytes, List<Charset> candidates, Charset last) {
        return candidates.stream()
                .flatMap(candidate -> strictly(bytes, candidate).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, last));
    }

    /** The text, or nothing where one byte contradicts the character set. */
    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException contradicted) {
            return Optional.empty();
        }
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
            return Optional.of(Charset.forName(label.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
