package org.postroom.inbound.mailbox.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.SocketFactory;

/** Makes sockets and tells of them, so that they can be closed whatever the library is doing with them. */
final class PlainSockets extends SocketFactory {

    private final Consumer<Socket> connections;

    PlainSockets(Consumer<Socket> connections) {
        this.connections = connections;
    }

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        connections.accept(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    private static IOException connected() {
        return new IOException("expected a socket to be made before it is connected");
    }
}
