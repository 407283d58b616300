package org.postroom.outbound.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The octets of a whole mail, as they go over the wire. */
public final class RawMail {

    private final byte[] octets;

    /** Takes a copy of the octets. */
    public RawMail(byte[] octets) {
        this.octets = octets.clone();
    }

    /** The mail with one more header field on top; the field ends without a line break. */
    public RawMail withFieldOnTop(String field) {
        byte[] head = (field + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + octets.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(octets, 0, whole, head.length, octets.length);
        return new RawMail(whole);
    }

    /** A copy of the octets. */
    public byte[] octets() {
        return octets.clone();
    }

    /** Reads the octets from the beginning. */
    public InputStream open() {
        return new ByteArrayInputStream(octets);
    }

    /** Writes the octets unchanged. */
    public void writeTo(OutputStream output) throws IOException {
        output.write(octets);
    }
}
