package org.postroom.domain.flow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postroom.flow.Mention;

/**
 * What a flow does: a YAML document of steps, no longer than 64 KiB, that was checked.
 *
 * @param text the document
 * @param mentions what it calls by name, and what these names meant when it was checked
 */
public record Definition(String text, List<Mention> mentions) {

    private static final int LONGEST = 64 * 1024;

    /** Checks the length. */
    public Definition {
        mentions = List.copyOf(mentions);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " octets, but got " + length);
        }
    }

    /** A document of which it is not known yet what its names mean. */
    static Definition unchecked(String text) {
        return new Definition(text, List.of());
    }

    @Override
    public String toString() {
        return text;
    }
}
