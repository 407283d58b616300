package org.postroom.inbound.reception;

/** The octets of a message's longest line, while it streams by. */
final class LongestLine {

    private long present;
    private long longest;

    /** Looks at the next bytes. */
    void add(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                longest = Math.max(longest, present);
                present = 0;
            } else {
                present++;
            }
        }
    }

    /** The octets of the longest line so far, which need not have ended yet, without its line feed. */
    long octets() {
        return Math.max(longest, present);
    }
}
