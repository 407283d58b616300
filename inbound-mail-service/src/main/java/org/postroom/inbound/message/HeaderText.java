package org.postroom.inbound.message;

import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.text.StorableText;

/** The text of a header field, unfolded (RFC 5322, section 2.2.3) and free of control characters. */
final class HeaderText {

    /** No field is read further than this; the largest that are honest are long References fields. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private HeaderText() {}

    /** The field's body as it stands, in Unicode, with encoded words still encoded. */
    static String encoded(Field field) {
        @Nullable ByteSequence raw = field.getRaw();
        if (raw == null) {
            return clean(String.valueOf(field.getBody()));
        }
        String whole = CharsetGuess.decode(raw.toByteArray());
        return clean(whole.substring(whole.indexOf(':') + 1));
    }

    /** The field's body with encoded words decoded, shortened to the given length. */
    static String decoded(Field field, int most) {
        return shorten(clean(EncodedWords.decode(encoded(field))), most);
    }

    /** Decodes the encoded words of a part of a field. */
    static String decoded(String part, int most) {
        return shorten(clean(EncodedWords.decode(part)), most);
    }

    /** Shortens a text without tearing a surrogate pair apart. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
        for (int i = 0; i < text.length() && clean.length() < MOST_CHARACTERS; i++) {
            char character = text.charAt(i);
            if (character == '\r' || character == '\n') {
                continue;
            }
            clean.append(Character.isISOControl(character) ? ' ' : character);
        }
        return StorableText.of(clean.toString().strip());
    }
}
