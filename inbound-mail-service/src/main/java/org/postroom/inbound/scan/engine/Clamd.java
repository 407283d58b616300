package org.postroom.inbound.scan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Engine;
import org.postroom.inbound.scan.Scan;
import org.postroom.inbound.scan.ScannedMail;

/**
 * Asks ClamAV by clamd's INSTREAM (clamd(8)): one connection for each mail, the mail in chunks that each begin with their
 * length in four octets, an empty chunk as the end. clamd takes mails apart by itself.
 */
final class Clamd implements Engine {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 4;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 4096;
    private static final String CLEAN = "stream: OK";
    private static final String BEFORE = "stream: ";
    private static final String FOUND = " FOUND";
    private static final String TOO_LARGE = "INSTREAM size limit exceeded";

    private final ClamdAddress address;

    Clamd(ClamdAddress address) {
        this.address = address;
    }

    @Override
    public String name() {
        return "clamav";
    }

    @Override
    public Answer ask(ScannedMail mail) throws IOException {
        try (SocketChannel clamd = SocketChannel.open(address.resolved());
                InputStream content = mail.content().open()) {
            send(clamd, content);
            return understood(reply(clamd));
        }
    }

    /** Sends it, or as much as is taken: clamd answers, and hangs up, as soon as a mail is too large for it. */
    private static void send(SocketChannel clamd, InputStream content) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(LENGTH + CHUNK);
        boolean taken = isTaken(clamd, ByteBuffer.wrap(COMMAND));
        int length;
        do {
            length = content.readNBytes(chunk.array(), LENGTH, CHUNK);
            taken = taken && isTaken(clamd, chunk.clear().putInt(0, length).limit(LENGTH + length));
        } while (taken && length > 0);
    }

    private static boolean isTaken(SocketChannel clamd, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                clamd.write(bytes);
            }
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** All that comes before the octet that ends it, or before the end of the connection. */
    private static String reply(SocketChannel clamd) throws IOException {
        ByteBuffer reply = ByteBuffer.allocate(LONGEST_REPLY);
        int length = 0;
        while (length >= 0 && reply.hasRemaining() && !isComplete(reply)) {
            length = clamd.read(reply);
        }
        return new String(reply.array(), 0, reply.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static boolean isComplete(ByteBuffer reply) {
        return reply.position() > 0 && reply.get(reply.position() - 1) == 0;
    }

    private Answer understood(String reply) throws IOException {
        if (reply.equals(CLEAN)) {
            return new Answer.Found(Scan.of(Scan.Outcome.CLEAN, name()));
        }
        if (reply.startsWith(BEFORE) && reply.endsWith(FOUND)) {
            String virus = reply.substring(BEFORE.length(), reply.length() - FOUND.length());
            return new Answer.Found(Scan.of(Scan.Outcome.VIRUS, name(), virus));
        }
        if (reply.startsWith(TOO_LARGE)) {
            return new Answer.TooLarge();
        }
        throw new IOException("expected OK, FOUND or the size limit, but got '" + reply + "'");
    }
}
