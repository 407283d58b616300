package org.postroom.outbound.delivery.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.network.NetworkGuard;

/**
 * Makes sockets that look at the very address they are about to connect to, and that send at once: with Nagle's algorithm
 * on, each larger mail would wait 40 ms for an acknowledgement.
 */
final class GuardedSocketFactory extends SocketFactory {

    private final NetworkGuard guard;

    GuardedSocketFactory(NetworkGuard guard) {
        this.guard = guard;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new GuardedSocket(guard);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
    }

    private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(remote);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static final class GuardedSocket extends Socket {

        private final NetworkGuard guard;

        GuardedSocket(NetworkGuard guard) {
            this.guard = guard;
        }

        /** Every other way to connect leads here. */
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress there)) {
                throw new OffLimitsException();
            }
            InetAddress address = there.getAddress();
            if (address == null) {
                throw new UnknownHostException("expected an address, but there is only a name");
            }
            if (!guard.allows(address)) {
                throw new OffLimitsException();
            }
            super.connect(endpoint, timeout);
        }
    }
}
