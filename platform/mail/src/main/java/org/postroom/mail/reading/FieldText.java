package org.postroom.mail.reading;

import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** The text of a header field, unfolded (RFC 5322, section 2.2.3) and free of control characters. */
final class FieldText {

    /** No field is read further than this; the largest that are honest are long References fields. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private FieldText() {}

    /** The field's body as it stands, in Unicode, with encoded words still encoded. */
    static String encoded(Field field) {
        return encoded(field, null);
    }

    /**
     * The field's body as it stands, in Unicode, with encoded words still encoded.
     *
     * @param charset the set that bytes without a label are likely in; null where that is not known
     */
    static String encoded(Field field, @Nullable String charset) {
        @Nullable ByteSequence raw = field.getRaw();
        if (raw == null) {
            return Characters.onOneLine(String.valueOf(field.getBody()), MOST_CHARACTERS);
        }
        String whole = CharsetChoice.decodeUnlabelled(raw.toByteArray(), charset);
        return Characters.onOneLine(whole.substring(whole.indexOf(':') + 1), MOST_CHARACTERS);
    }

    /** Decodes the encoded words of a field's body or a part of it, and shortens it to the given length. */
    static String decoded(String part, int most) {
        return Characters.shorten(Characters.onOneLine(EncodedWords.decode(part), MOST_CHARACTERS), most);
    }
}
