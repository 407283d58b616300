package org.postroom.mail.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives as much as is asked for, up to the end. The parser looks for a boundary in what one read has brought: where that ended
 * within the boundary, a part had a carriage return more, or began where none does.
 */
final class FilledReads extends FilterInputStream {

    FilledReads(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.readNBytes(bytes, offset, length);
        return count == 0 && length > 0 ? -1 : count;
    }
}
