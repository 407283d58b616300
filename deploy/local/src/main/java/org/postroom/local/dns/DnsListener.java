package org.postroom.local.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postroom.local.host.Loopback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;

/** Takes DNS queries over UDP and TCP on one port: RFC 1035 section 4.2, RFC 7766. */
final class DnsListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DnsListener.class);
    private static final int LARGEST_MESSAGE = 65_535;
    private static final int IDLE_MILLISECONDS = 10_000;

    private final Responder responder;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private DnsListener(Responder responder, DatagramSocket udp, ServerSocket tcp) {
        this.responder = responder;
        this.udp = udp;
        this.tcp = tcp;
    }

    /** Listens on a port, or on one that is free for both protocols when it is 0. */
    static DnsListener start(Responder responder, int port) throws IOException {
        var tcp = new ServerSocket(Loopback.portOrFree(port), 50, Loopback.address());
        try {
            var udp = new DatagramSocket(Loopback.at(tcp.getLocalPort()));
            var listener = new DnsListener(responder, udp, tcp);
            listener.threads.execute(listener::receiveDatagrams);
            listener.threads.execute(listener::acceptConnections);
            return listener;
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }

    int port() {
        return tcp.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        threads.shutdownNow();
    }

    private void receiveDatagrams() {
        while (!udp.isClosed()) {
            var packet = new DatagramPacket(new byte[LARGEST_MESSAGE], LARGEST_MESSAGE);
            try {
                udp.receive(packet);
                threads.execute(() -> answer(packet));
            } catch (IOException e) {
                logUnlessClosed(udp.isClosed(), e);
            }
        }
    }

    private void answer(DatagramPacket packet) {
        try {
            var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
            var answer = responder.answer(query);
            if (answer.isPresent()) {
                var wire = answer.get().toWire(Responder.udpLimit(query));
                udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            logUnlessClosed(udp.isClosed(), e);
        }
    }

    private void acceptConnections() {
        while (!tcp.isClosed()) {
            try {
                var connection = tcp.accept();
                threads.execute(() -> converse(connection));
            } catch (IOException e) {
                logUnlessClosed(tcp.isClosed(), e);
            }
        }
    }

    private void converse(Socket connection) {
        try (connection;
                var in = new DataInputStream(connection.getInputStream());
                var out = new DataOutputStream(connection.getOutputStream())) {
            connection.setSoTimeout(IDLE_MILLISECONDS);
            var query = read(in);
            while (query.isPresent()) {
                var answer = responder.answer(query.get());
                if (answer.isEmpty()) {
                    return;
                }
                var wire = answer.get().toWire(LARGEST_MESSAGE);
                out.writeShort(wire.length);
                out.write(wire);
                out.flush();
                query = read(in);
            }
        } catch (IOException e) {
            log.debug("A connection ended", e);
        }
    }

    private static Optional<Message> read(DataInputStream in) throws IOException {
        int high = in.read();
        if (high < 0) {
            return Optional.empty();
        }
        var wire = new byte[high << 8 | in.readUnsignedByte()];
        in.readFully(wire);
        return Optional.of(new Message(wire));
    }

    private static void logUnlessClosed(boolean closed, IOException e) {
        if (!closed) {
            log.warn("A query could not be answered", e);
        }
    }
}
