package org.postroom.inbound.mailbox.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Encrypts a connection that leads to a network address as one to a host of a name: the address was looked at before, and the
 * certificate has to bear the name.
 */
final class NamedTls extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final String name;
    private final Consumer<Socket> connections;

    /** @param connections is told of each connection, before it is encrypted */
    NamedTls(SSLSocketFactory tls, String name, Consumer<Socket> connections) {
        this.tls = tls;
        this.name = name;
        this.connections = connections;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        connections.accept(socket);
        var encrypted = (SSLSocket) tls.createSocket(socket, name, port, autoClose);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        return encrypted;
    }

    @Override
    public Socket createSocket() throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unconnected();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    private static IOException unconnected() {
        return new IOException("expected a connection to encrypt, but there is none");
    }
}
