package org.postroom.inbound.authenticity.spf;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of network addresses.
 *
 * @param address any address in it: 4 or 16 octets
 * @param length how many leading bits count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Network(byte[] address, int length) {

    static final int BITS_4 = 32;
    static final int BITS_6 = 128;

    private static final String NUMBER = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IP4 = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){3}");
    private static final Pattern IP6 =
            Pattern.compile("[0-9A-Fa-f:]*:(?:[0-9A-Fa-f]{0,4}|" + NUMBER + "(?:\\." + NUMBER + "){3})");
    private static final int MAPPED_PREFIX = 12;

    /** Reads an IPv4 address: four numbers without leading zeros. */
    static Optional<byte[]> ip4(String text) {
        return IP4.matcher(text).matches()
                ? Optional.of(InetAddress.ofLiteral(text).getAddress())
                : Optional.empty();
    }

    /** Reads an IPv6 address (RFC 4291, section 2.2). */
    static Optional<byte[]> ip6(String text) {
        if (!IP6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] octets = InetAddress.ofLiteral(text).getAddress();
            return Optional.of(octets.length == BITS_4 / Byte.SIZE ? mapped(octets) : octets);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether it is of the same version and its leading bits are these. */
    boolean contains(InetAddress client) {
        byte[] other = client.getAddress();
        if (other.length != address.length) {
            return false;
        }
        int whole = length / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (other[i] != address[i]) {
                return false;
            }
        }
        int rest = length % Byte.SIZE;
        return rest == 0 || ((other[whole] ^ address[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
    }

    private static byte[] mapped(byte[] ip4) {
        var octets = new byte[BITS_6 / Byte.SIZE];
        octets[MAPPED_PREFIX - 2] = -1;
        octets[MAPPED_PREFIX - 1] = -1;
        System.arraycopy(ip4, 0, octets, MAPPED_PREFIX, ip4.length);
        return octets;
    }
}
