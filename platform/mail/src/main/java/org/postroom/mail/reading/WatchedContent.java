package org.postroom.mail.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A part's content that somebody looks at while it is read. */
final class WatchedContent extends FilterInputStream {

    private final BoundedBytes kept;

    WatchedContent(InputStream content, int most) {
        super(content);
        this.kept = new BoundedBytes(most);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            kept.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            kept.write(bytes, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** As much as was wanted of what was read. */
    String text(@Nullable String charset) {
        return Characters.ofBody(CharsetChoice.decode(kept.bytes(), charset, !kept.wasCut()));
    }
}
