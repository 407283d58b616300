package org.postroom.domain.flow;

import java.nio.charset.StandardCharsets;

/**
 * What a flow does: a YAML document whose root is a mapping. What stands in it is for the service that runs flows; here
 * it must parse, and be no longer than 64 KiB.
 *
 * @param text the document
 */
public record Definition(String text) {

    private static final int LONGEST = 64 * 1024;

    /** Checks the length. */
    public Definition {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " octets, but got " + length);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
