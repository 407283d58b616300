package org.postroom.inbound.reception;

import java.nio.charset.StandardCharsets;

/** Counts the Received fields of a message while it streams by, and stops at the end of its header. */
final class HopCounter {

    private static final byte[] NAME = "received:".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private int lineLength;
    private boolean headerEnded;
    private int hops;

    /** Looks at the next bytes. */
    void add(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length && !headerEnded; i++) {
            add(bytes[i]);
        }
    }

    /** The Received fields seen so far. */
    int hops() {
        return hops;
    }

    private void add(byte octet) {
        if (octet == '\r') {
            return;
        }
        if (octet == '\n') {
            headerEnded = lineLength == 0;
            lineLength = 0;
            matched = 0;
            return;
        }
        boolean inName = matched == lineLength && matched < NAME.length;
        if (inName && Character.toLowerCase(octet) == NAME[matched]) {
            matched++;
            hops += matched == NAME.length ? 1 : 0;
        }
        lineLength++;
    }
}
