package org.postroom.console.message;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The addresses that a picture may be fetched from: those of the public network, and none of the installation's own one, nor any
 * other that has a special meaning (RFC 6890).
 *
 * @param trusted addresses that may be asked all the same
 */
public record WebAddresses(Set<InetAddress> trusted) implements Predicate<InetAddress> {

    private static final List<Range> SPECIAL = List.of(
            new Range(0x00000000, 8),
            new Range(0x0A000000, 8),
            new Range(0x64400000, 10),
            new Range(0x7F000000, 8),
            new Range(0xA9FE0000, 16),
            new Range(0xAC100000, 12),
            new Range(0xC0000000, 24),
            new Range(0xC0000200, 24),
            new Range(0xC0586300, 24),
            new Range(0xC0A80000, 16),
            new Range(0xC6120000, 15),
            new Range(0xC6336400, 24),
            new Range(0xCB007100, 24),
            new Range(0xE0000000, 3));

    /** Protocols' own (with Teredo), documentation, 6to4, documentation again. */
    private static final List<Range> SPECIAL_V6 = List.of(
            new Range(0x20010000, 23), new Range(0x20010DB8, 32), new Range(0x20020000, 16), new Range(0x3FFF0000, 20));

    /** RFC 4291, section 2.4: all that is handed out lies in it. */
    private static final Range GLOBAL_V6 = new Range(0x20000000, 3);

    /** Copies the set. */
    public WebAddresses {
        trusted = Set.copyOf(trusted);
    }

    @Override
    public boolean test(InetAddress address) {
        return trusted.contains(address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        int first = firstBits(address.getAddress());
        return address instanceof Inet4Address
                ? SPECIAL.stream().noneMatch(range -> range.holds(first))
                : GLOBAL_V6.holds(first) && SPECIAL_V6.stream().noneMatch(range -> range.holds(first));
    }

    private static int firstBits(byte[] octets) {
        return (octets[0] & 0xFF) << 24 | (octets[1] & 0xFF) << 16 | (octets[2] & 0xFF) << 8 | (octets[3] & 0xFF);
    }

    /** All addresses whose first bits are the same. */
    private record Range(int begin, int bits) {

        boolean holds(int address) {
            int mask = -1 << (Integer.SIZE - bits);
            return (address & mask) == begin;
        }
    }
}
