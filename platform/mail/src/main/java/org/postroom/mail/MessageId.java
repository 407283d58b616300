package org.postroom.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message's identifier (RFC 5322, section 3.6.4), without its angle brackets.
 *
 * @param value printable ASCII with one @, at most 250 characters so that a folded line stays below 998
 */
public record MessageId(String value) {

    private static final int LONGEST = 250;
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E&&[^<>@]]+@[\\x21-\\x7E&&[^<>@]]+");

    /** Refuses what could not stand in a header. */
    public MessageId {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected a message identifier such as id@example.com, but got " + value);
        }
    }

    /** The identifier that a received mail carries; empty where it is absent or cannot stand in a header. */
    public static Optional<MessageId> parse(@Nullable String text) {
        return text == null || text.length() > LONGEST || !SHAPE.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new MessageId(text));
    }

    /** As it stands in a header. */
    public String inBrackets() {
        return "<" + value + ">";
    }
}
