package org.postroom.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The one address that the one-machine stack listens on, and the ports that are free on it. */
public final class Loopback {

    /** The address as text. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** Returns the address 127.0.0.1, without asking any resolver. */
    public static InetAddress address() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the socket address of a port on 127.0.0.1. */
    public static InetSocketAddress at(int port) {
        return new InetSocketAddress(address(), port);
    }

    /**
     * Returns the port wished for, or one that is free now when the wish is 0.
     *
     * @throws IllegalArgumentException when the wish is no port number
     */
    public static int portOrFree(int wished) {
        if (wished < 0 || wished > 65_535) {
            throw new IllegalArgumentException("Expected a port between 0 and 65535, but got " + wished);
        }
        return wished == 0 ? freePort() : wished;
    }

    /** Returns a TCP port that nothing listens on at this moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, address())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
        }
    }

    /** Tells whether a TCP port can be listened on now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(at(port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
