package org.postroom.verification.record.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Whether this machine reaches the IPv6 internet: many do not, which says nothing about the servers there. */
final class Ipv6 {

    private static final boolean USABLE = hasRoute();

    private Ipv6() {}

    static boolean isUsable() {
        return USABLE;
    }

    /** Connecting a UDP socket sends nothing, but fails where there is no route. The address is a root server's. */
    private static boolean hasRoute() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("2001:7fd::1"), 53));
            return true;
        } catch (IOException | UncheckedIOException noRoute) {
            return false;
        }
    }
}
