package org.postroom.inbound.reception;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Networks by their prefixes (RFC 4632, section 3.1; RFC 4291, section 2.3): {@code 192.0.2.0/24}, {@code 2001:db8::/32}. */
public final class Networks {

    /** Half of an IPv6 address is one network's, whose host may choose the other half anew each time (RFC 4291, section 2.5.1). */
    private static final int OCTETS_OF_A_CLIENT = 8;

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Reads networks; an address without a length stands for itself alone.
     *
     * @throws IllegalArgumentException where one is none
     */
    public static Networks of(List<String> written) {
        return new Networks(written.stream().map(Network::parse).toList());
    }

    /** True where the address lies in one of them. */
    public boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    /** True where the address, as it is written, lies in one of them. */
    public boolean contains(String address) {
        return !networks.isEmpty() && contains(InetAddress.ofLiteral(address));
    }

    /** Who is one client as far as limits are concerned: an IPv4 address, or the half of an IPv6 address that is a network's. */
    public static String clientOf(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), OCTETS_OF_A_CLIENT))
                : address;
    }

    private record Network(List<Byte> prefix, int bits) {

        static Network parse(String written) {
            int slash = written.indexOf('/');
            byte[] address = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash))
                    .getAddress();
            int longest = address.length * Byte.SIZE;
            int bits = slash < 0 ? longest : Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > longest) {
                throw new IllegalArgumentException("expected a network, but got " + written);
            }
            return new Network(boxed(address), bits);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                int octet = bit / Byte.SIZE;
                if ((address[octet] & mask) != (prefix.get(octet) & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static List<Byte> boxed(byte[] octets) {
            Byte[] all = new Byte[octets.length];
            Arrays.setAll(all, i -> octets[i]);
            return List.of(all);
        }
    }
}
