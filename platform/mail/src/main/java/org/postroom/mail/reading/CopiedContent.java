package org.postroom.mail.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Counts and copies a content while others read it. */
final class CopiedContent extends FilterInputStream {

    private final OutputStream to;
    private long size;

    CopiedContent(InputStream content, OutputStream to) {
        super(content);
        this.to = to;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            to.write(one);
            size++;
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            to.write(bytes, offset, count);
            size += count;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8 * 1024)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whoever reads the content does not end it for the others. */
    @Override
    public void close() {
        // The parser closes it.
    }

    /** How many bytes were read so far. */
    long size() {
        return size;
    }
}
