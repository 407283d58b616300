package org.postroom.runtime.message;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A draft that knows size and digest of what was written to it, in whatever form that is kept. */
abstract class DigestedDraft extends Draft {

    private final OutputStream target;
    private final MessageDigest digest = Digests.sha256();
    private long size;

    /** @param target is given everything that is written */
    DigestedDraft(OutputStream target) {
        this.target = target;
    }

    @Override
    public final void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public final void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
        target.write(bytes, offset, length);
    }

    /** What was written, under its key; to be asked for once. */
    final StoredMessage written(String key) {
        return new StoredMessage(key, size, HexFormat.of().formatHex(digest.digest()));
    }
}
