package org.postroom.runtime.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Keeps connections whose end others choose, by an MX record, as an organisation's server or by a picture in a mail, out of the
 * installation's own network: loopback, private, link-local (where clouds keep their metadata) and other special addresses
 * (RFC 6890). It looks at the very address that is connected to, so that a name cannot mean another one a moment later.
 *
 * @param allowPrivate true where the installation trusts its organisations, and whoever writes to them, with its network
 */
public record NetworkGuard(boolean allowPrivate) {

    private static final List<int[]> SPECIAL_V4 = List.of(
            range(0, 0, 0, 0, 8),
            range(10, 0, 0, 0, 8),
            range(100, 64, 0, 0, 10),
            range(127, 0, 0, 0, 8),
            range(169, 254, 0, 0, 16),
            range(172, 16, 0, 0, 12),
            range(192, 0, 0, 0, 24),
            range(192, 0, 2, 0, 24),
            range(192, 88, 99, 0, 24),
            range(192, 168, 0, 0, 16),
            range(198, 18, 0, 0, 15),
            range(198, 51, 100, 0, 24),
            range(203, 0, 113, 0, 24),
            range(224, 0, 0, 0, 4),
            range(240, 0, 0, 0, 4));

    /** True where others may make us connect to this address. */
    public boolean allows(InetAddress address) {
        return allowPrivate || !special(address);
    }

    private static boolean special(InetAddress address) {
        byte[] octets = address.getAddress();
        if (address instanceof Inet4Address) {
            int value = bits(octets, 0);
            return SPECIAL_V4.stream().anyMatch(range -> (value & range[1]) == range[0]);
        }
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isMulticastAddress()
                || !globalUnicast(octets)
                || reserved(octets);
    }

    /** RFC 4291, section 2.4: all that is handed out lies in 2000::/3. */
    private static boolean globalUnicast(byte[] octets) {
        return (octets[0] & 0xE0) == 0x20;
    }

    /**
     * 6to4 (2002::/16) and what protocols have for themselves (2001::/23, Teredo among it) carry or stand for other addresses;
     * 2001:db8::/32 and 3fff::/20 are documentation's.
     */
    private static boolean reserved(byte[] octets) {
        int first = bits(octets, 0);
        return (first >>> 16) == 0x2002
                || (first >>> 9) == (0x20010000 >>> 9)
                || first == 0x20010DB8
                || (first >>> 12) == (0x3FFF0000 >>> 12);
    }

    private static int[] range(int first, int second, int third, int fourth, int length) {
        int mask = -1 << (32 - length);
        return new int[] {(first << 24 | second << 16 | third << 8 | fourth) & mask, mask};
    }

    private static int bits(byte[] octets, int from) {
        return (octets[from] & 0xFF) << 24
                | (octets[from + 1] & 0xFF) << 16
                | (octets[from + 2] & 0xFF) << 8
                | (octets[from + 3] & 0xFF);
    }
}
