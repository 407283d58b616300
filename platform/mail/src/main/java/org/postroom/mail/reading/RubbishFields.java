package org.postroom.mail.reading;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes fields of the lines of a header, and of lines that are none as well: the library leaves those out, or takes them
 * for the text's begin and loses the line after.
 */
final class RubbishFields implements FieldBuilder {

    /** The name of what is no field; no field can have it. */
    static final String NAME = "no field";

    /** Stands for a line break in what is no field. */
    static final char LINE_BREAK = '\u001E';

    private final DefaultFieldBuilder fields;

    RubbishFields(int longest) {
        fields = new DefaultFieldBuilder(longest);
    }

    @Override
    public void reset() {
        fields.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MimeException {
        fields.append(line);
    }

    @Override
    public RawField build() throws MimeException {
        try {
            return fields.build();
        } catch (MaxHeaderLengthLimitException beyond) {
            throw beyond;
        } catch (MimeException noField) {
            @Nullable RecycledByteArrayBuffer raw = fields.getRaw();
            String line = raw == null ? "" : new String(raw.toByteArray(), StandardCharsets.ISO_8859_1);
            // The library's fields have no line breaks, which a folded line of rubbish has.
            return new RawField(NAME, line.stripTrailing().replace("\r", "").replace('\n', LINE_BREAK));
        }
    }

    @Override
    public @Nullable RecycledByteArrayBuffer getRaw() {
        return fields.getRaw();
    }

    @Override
    public void release() {
        fields.release();
    }
}
