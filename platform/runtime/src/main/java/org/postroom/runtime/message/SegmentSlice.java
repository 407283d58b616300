package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what lies at one place of a segment, and nothing behind it. */
final class SegmentSlice extends InputStream {

    private final SeekableByteChannel channel;
    private int left;

    /**
     * Opens it.
     *
     * @param key what was asked for
     * @throws NoSuchMessageException where there is no such segment, or it ends before that place does
     */
    SegmentSlice(Path segment, SegmentLocation location, String key) throws IOException {
        try {
            channel = Files.newByteChannel(segment);
        } catch (NoSuchFileException missing) {
            throw new NoSuchMessageException(key);
        }
        if (location.offset() + location.length() > channel.size()) {
            channel.close();
            throw new NoSuchMessageException(key);
        }
        channel.position(location.offset());
        left = location.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = channel.read(ByteBuffer.wrap(bytes, offset, Math.min(length, left)));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public int available() {
        return left;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
