package org.postroom.inbound.reception.smtp;

/** Counts the octets of the chunks of one message (RFC 3030), and notes line ends other than CR LF in them. */
final class ChunkDecoder {

    private long left;
    private boolean afterCarriageReturn;
    private boolean bareLineEnds;

    /** Another chunk of the message begins. */
    void begin(long size) {
        left = size;
    }

    /** Takes as many of the octets that are there as belong to the chunk, and says how many. */
    int take(int available) {
        int taken = (int) Math.min(left, available);
        left -= taken;
        return taken;
    }

    /** Looks at what was taken. */
    void look(byte[] octets, int length) {
        for (int i = 0; i < length && !bareLineEnds; i++) {
            bareLineEnds = afterCarriageReturn != (octets[i] == '\n');
            afterCarriageReturn = octets[i] == '\r';
        }
    }

    /** True once the whole chunk was taken. */
    boolean isEnded() {
        return left == 0;
    }

    /** True where a carriage return or line feed stood alone in the message so far. */
    boolean hasBareLineEnds() {
        return bareLineEnds;
    }
}
