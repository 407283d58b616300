package org.postroom.inbound.authenticity.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests a body while it streams by (RFC 6376, sections 3.4.3, 3.4.4 and 3.7). Line ends are kept back until more follows. */
final class BodyDigest {

    private static final int BUFFER = 8 * 1024;

    private final BodyForm form;
    private final boolean relaxed;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long length;
    private long lineEnds;
    private boolean carriageReturn;
    private boolean space;

    BodyDigest(BodyForm form) {
        this.form = form;
        this.relaxed = form.canonical() == Canonical.RELAXED;
        try {
            digest = MessageDigest.getInstance(form.algorithm());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("expected a digest that every Java has", impossible);
        }
    }

    void write(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            add(bytes[i]);
        }
    }

    /** Ends the body: with one line end, unless there is nothing before it and the form is relaxed. */
    Result end() {
        if (carriageReturn) {
            carriageReturn = false;
            content((byte) '\r');
        }
        if (length > 0 || !relaxed) {
            put((byte) '\r');
            put((byte) '\n');
        }
        digest.update(buffer, 0, buffered);
        buffered = 0;
        return new Result(digest.digest(), length);
    }

    /**
     * A digest.
     *
     * @param value the digest
     * @param length how many octets the whole body has in this form, whether signed or not
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole, never changed
    record Result(byte[] value, long length) {}

    private void add(byte octet) {
        if (carriageReturn) {
            carriageReturn = false;
            if (octet == '\n') {
                lineEnds++;
                space = false;
                return;
            }
            content((byte) '\r');
        }
        if (octet == '\r') {
            carriageReturn = true;
        } else if (relaxed && (octet == ' ' || octet == '\t')) {
            space = true;
        } else {
            content(octet);
        }
    }

    private void content(byte octet) {
        for (; lineEnds > 0; lineEnds--) {
            put((byte) '\r');
            put((byte) '\n');
        }
        if (space) {
            space = false;
            put((byte) ' ');
        }
        put(octet);
    }

    private void put(byte octet) {
        if (length < form.most()) {
            buffer[buffered] = octet;
            buffered++;
            if (buffered == BUFFER) {
                digest.update(buffer, 0, BUFFER);
                buffered = 0;
            }
        }
        length++;
    }
}
