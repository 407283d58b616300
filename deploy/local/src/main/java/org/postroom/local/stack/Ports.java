package org.postroom.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.host.Loopback;

/**
 * The numbers of the stack's ports.
 *
 * @param numbers the number of every port
 */
public record Ports(Map<Port, Integer> numbers) {

    private static final int LARGEST_OFFSET = 40_000;

    /** Copies the numbers and refuses an incomplete map. */
    public Ports {
        numbers = Map.copyOf(numbers);
        if (numbers.size() != Port.values().length) {
            throw new IllegalArgumentException("Expected a number for every port, but got " + numbers);
        }
    }

    /** Returns the usual ports, each plus an offset. */
    public static Ports shifted(int offset) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, port.usual() + offset);
        }
        return new Ports(numbers);
    }

    /** Returns ports that are free at this moment. */
    public static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        var held = new ArrayList<ServerSocket>();
        try {
            for (var port : Port.values()) {
                var socket = new ServerSocket(0, 1, Loopback.address());
                held.add(socket);
                numbers.put(port, socket.getLocalPort());
            }
            for (var socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No free ports on " + Loopback.HOST, e);
        }
        return new Ports(numbers);
    }

    /**
     * Returns the ports that a person asked for: {@code default}, {@code free}, or an offset to the usual ones.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static Ports parse(String wish) {
        return switch (wish) {
            case "default" -> shifted(0);
            case "free" -> free();
            default -> shifted(offset(wish));
        };
    }

    /** Returns the number of a port. */
    public int of(Port port) {
        return numbers.getOrDefault(port, 0);
    }

    /** Returns a port as {@code host:number}. */
    public String address(Port port) {
        return Loopback.HOST + ":" + of(port);
    }

    /** Returns a port as the address of a page or API; browsers tell cookies of localhost and of 127.0.0.1 apart. */
    public String url(Port port) {
        return "http://localhost:" + of(port);
    }

    /** Returns where the parts are reached by programs that act as users, with a broker and a registry. */
    StackAddresses addresses(String bootstrapServers, URI registry) {
        return new StackAddresses(
                URI.create(url(Port.IDENTITY)),
                URI.create(url(Port.CONSOLE)),
                URI.create(url(Port.DOMAIN)),
                URI.create(url(Port.VERIFICATION)),
                URI.create(url(Port.ROUTING)),
                URI.create(url(Port.OUTBOUND)),
                URI.create(url(Port.DNS_PAGE)),
                Loopback.at(of(Port.DNS)),
                URI.create(url(Port.MAILBOX_PAGE)),
                Loopback.at(of(Port.INBOUND_SMTP)),
                bootstrapServers,
                registry);
    }

    private static int offset(String wish) {
        if (wish.matches("[0-9]{1,5}") && Integer.parseInt(wish) <= LARGEST_OFFSET) {
            return Integer.parseInt(wish);
        }
        throw new IllegalArgumentException("Expected --ports default, free, or a number up to " + LARGEST_OFFSET
                + " to add to the usual ports, but got " + wish);
    }
}
