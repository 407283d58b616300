package org.postroom.runtime.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.postroom.runtime.problem.BodyTooLargeException;

/** A body that breaks off where it has more octets than it may have, however it is sent. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long most;
    private long read;

    LimitedBody(ServletInputStream body, long most) {
        this.body = body;
        this.most = most;
    }

    boolean exceeded() {
        return read > most;
    }

    @Override
    public int read() throws IOException {
        int octet = body.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int octets = body.read(into, offset, length);
        count(Math.max(0, octets));
        return octets;
    }

    private void count(int octets) throws BodyTooLargeException {
        read += octets;
        if (exceeded()) {
            throw new BodyTooLargeException(most);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
