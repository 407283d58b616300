package org.postroom.inbound.reception;

import java.nio.charset.StandardCharsets;

/** Counts the Received fields and the octets of a message's header while it streams by, and the octets of its longest line. */
final class HopCounter {

    private static final byte[] NAME = "received:".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private int lineLength;
    private boolean headerEnded;
    private int hops;
    private long headerSize;
    private long lineSize;
    private long longestLine;

    /** Looks at the next bytes. */
    void add(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int next = offset;
        while (next < end && !headerEnded) {
            add(bytes[next++]);
            headerSize++;
        }
        addToLines(bytes, offset, end);
    }

    /** The octets of the header so far. */
    long headerSize() {
        return headerSize;
    }

    /** The octets of the longest line so far, which need not have ended yet, without its end. */
    long longestLine() {
        return Math.max(longestLine, lineSize);
    }

    /** The Received fields seen so far. */
    int hops() {
        return hops;
    }

    private void addToLines(byte[] bytes, int offset, int end) {
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                longestLine = Math.max(longestLine, lineSize);
                lineSize = 0;
            } else {
                lineSize++;
            }
        }
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
