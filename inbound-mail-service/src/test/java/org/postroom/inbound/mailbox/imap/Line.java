package org.postroom.inbound.mailbox.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server on this machine, which can be cut in the middle of what is said, or go dead without a word. */
final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final AtomicLong octetsLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean dead;

    Line(int server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::take);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The connection is cut once so many octets more have come from the server. */
    void cutAfter(long octets) {
        octetsLeft.set(octets);
    }

    /** How often it was cut. */
    int cuts() {
        return cuts.get();
    }

    /** Whether what is said gets lost, in both directions, while all connections stay open. */
    void goDead(boolean now) {
        dead = now;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void take() {
        try {
            while (true) {
                Socket client = door.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> carry(client, there, false));
                Thread.ofVirtual().start(() -> carry(there, client, true));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] octets = new byte[4096];
            for (int read = input.read(octets); read >= 0; read = input.read(octets)) {
                long left = counted ? octetsLeft.addAndGet(-read) : 0;
                if (dead) {
                    continue;
                }
                if (left < 0) {
                    output.write(octets, 0, (int) Math.max(0, read + left));
                    output.flush();
                    octetsLeft.set(Long.MAX_VALUE);
                    cuts.incrementAndGet();
                    return;
                }
                output.write(octets, 0, read);
                output.flush();
            }
        } catch (IOException gone) {
            // the other end is closed with it
        }
    }
}
