package org.postroom.inbound.reception.smtp;

/**
 * Finds the end of a message and takes transparency's dots out (RFC 5321, section 4.5.2).
 *
 * <p>Only CR LF ends a line, and only CR LF . CR LF ends a message. A server that takes anything else for an end, when
 * another server before it does not, can be made to see a second mail inside a first ("SMTP smuggling"); a carriage
 * return or line feed alone is content here, and noted.
 *
 * <pre>
 *   TEXT ──CR──▶ CARRIAGE_RETURN ──LF──▶ LINE_START ──.──▶ DOT ──CR──▶ DOT_CARRIAGE_RETURN ──LF──▶ END
 * </pre>
 */
final class ContentDecoder {

    private enum State {
        TEXT,
        CARRIAGE_RETURN,
        LINE_START,
        DOT,
        DOT_CARRIAGE_RETURN,
        END
    }

    private State state = State.LINE_START;
    private boolean bareLineEnds;
    private int written;

    /** True once the end was found; nothing more may be decoded then. */
    boolean isEnded() {
        return state == State.END;
    }

    /** True where a carriage return or line feed stood alone so far. */
    boolean hasBareLineEnds() {
        return bareLineEnds;
    }

    /** How many bytes the last call wrote to its output. */
    int written() {
        return written;
    }

    /**
     * Decodes as much as there is, or up to the end of the message.
     *
     * @param input what came in
     * @param length how much of it, from its beginning
     * @param output takes the content; at least one byte longer than the input
     * @return how many bytes of the input were used; what follows them belongs to the next command
     */
    int decode(byte[] input, int length, byte[] output) {
        written = 0;
        int used = 0;
        while (used < length && state != State.END) {
            step(input[used], output);
            used++;
        }
        return used;
    }

    private void step(byte octet, byte[] output) {
        switch (state) {
            case LINE_START -> {
                if (octet == '.') {
                    state = State.DOT;
                } else {
                    text(octet, output);
                }
            }
            case DOT -> {
                if (octet == '\r') {
                    state = State.DOT_CARRIAGE_RETURN;
                } else {
                    text(octet, output);
                }
            }
            case DOT_CARRIAGE_RETURN -> {
                if (octet == '\n') {
                    state = State.END;
                } else {
                    output[written++] = '\r';
                    afterCarriageReturn(octet, output);
                }
            }
            case CARRIAGE_RETURN -> afterCarriageReturn(octet, output);
            case TEXT -> text(octet, output);
            case END -> throw new IllegalStateException("expected content that has not ended, but it has");
        }
    }

    private void afterCarriageReturn(byte octet, byte[] output) {
        if (octet == '\n') {
            output[written++] = octet;
            state = State.LINE_START;
        } else {
            bareLineEnds = true;
            text(octet, output);
        }
    }

    private void text(byte octet, byte[] output) {
        output[written++] = octet;
        bareLineEnds |= octet == '\n';
        state = octet == '\r' ? State.CARRIAGE_RETURN : State.TEXT;
    }
}
