package org.postroom.inbound.reception;

import java.nio.charset.StandardCharsets;

/** Counts the Received fields and the octets of a message's header while it streams by. */
final class HeaderCounter {

    private static final byte[] NAME = "received:".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private int lineLength;
    private boolean headerEnded;
    private int hops;
    private long headerSize;

    /** Looks at the next bytes. */
    void add(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int next = offset;
        while (next < end && !headerEnded) {
            add(bytes[next++]);
            headerSize++;
        }
    }

    /** The octets of the header so far. */
    long octets() {
        return headerSize;
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
