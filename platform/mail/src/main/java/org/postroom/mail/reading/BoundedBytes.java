package org.postroom.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps the first bytes that are written to it and lets the others go. */
final class BoundedBytes extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private boolean cut;

    BoundedBytes(int most) {
        this.most = most;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int fits = Math.min(length, most - kept.size());
        kept.write(bytes, offset, fits);
        cut |= fits < length;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    int size() {
        return kept.size();
    }

    boolean wasCut() {
        return cut;
    }
}
