package org.postroom.inbound.reception;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The SHA-256 of what a client sends, but for the Received fields of its header: a mail that is sent again may come by
 * another host of its sender's, and is the same mail all the same.
 *
 * <pre>
 *   LINE_START ──"received:"──▶ PASSED_OVER ──LF──▶ LINE_START ──empty line──▶ BODY
 *              ──anything else──▶ COUNTED   ──LF──▶
 * </pre>
 */
final class IdentityDigest {

    private enum State {
        LINE_START,
        NAME,
        COUNTED,
        PASSED_OVER,
        BODY
    }

    private static final byte[] NAME = {'r', 'e', 'c', 'e', 'i', 'v', 'e', 'd', ':'};

    private final MessageDigest digest = Sha256.begin();
    private final byte[] name = new byte[NAME.length];
    private State state = State.LINE_START;
    private boolean fieldIsPassedOver;
    private int matched;

    /** Takes the next octets. */
    void add(byte[] octets, int offset, int length) {
        int next = offset;
        int end = offset + length;
        while (next < end && state != State.BODY) {
            add(octets[next++]);
        }
        digest.update(octets, next, end - next);
    }

    /** The digest in hexadecimal digits; asked for once. */
    String hex() {
        if (state == State.NAME) {
            digest.update(name, 0, matched);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(byte octet) {
        switch (state) {
            case LINE_START -> begin(octet);
            case NAME -> name(octet);
            case COUNTED -> count(octet);
            case PASSED_OVER -> state = octet == '\n' ? State.LINE_START : State.PASSED_OVER;
            case BODY -> throw new IllegalStateException("expected a header, but it has ended");
        }
    }

    private void begin(byte octet) {
        if (octet == ' ' || octet == '\t') {
            state = fieldIsPassedOver ? State.PASSED_OVER : State.COUNTED;
            if (!fieldIsPassedOver) {
                digest.update(octet);
            }
        } else if (octet == '\r' || octet == '\n') {
            digest.update(octet);
            state = State.BODY;
        } else {
            matched = 0;
            state = State.NAME;
            name(octet);
        }
    }

    private void name(byte octet) {
        if (Character.toLowerCase(octet) != NAME[matched]) {
            digest.update(name, 0, matched);
            fieldIsPassedOver = false;
            count(octet);
            return;
        }
        name[matched++] = octet;
        if (matched == NAME.length) {
            fieldIsPassedOver = true;
            state = State.PASSED_OVER;
        }
    }

    private void count(byte octet) {
        digest.update(octet);
        state = octet == '\n' ? State.LINE_START : State.COUNTED;
    }
}
