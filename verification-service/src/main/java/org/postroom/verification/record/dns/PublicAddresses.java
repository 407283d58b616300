package org.postroom.verification.record.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Which addresses a stranger's DNS may lead us to. Without this, whoever adds a domain could make us send packets into
 * our own network (RFC 6890 lists the addresses that are not public).
 */
final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.v4(0, 0, 0, 8),
            Block.v4(100, 64, 0, 10),
            Block.v4(192, 0, 0, 24),
            Block.v4(192, 0, 2, 24),
            Block.v4(198, 18, 0, 15),
            Block.v4(198, 51, 100, 24),
            Block.v4(203, 0, 113, 24),
            Block.v4(240, 0, 0, 4));

    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            Block.v6(0xfc00, 0, 7),
            Block.v6(0x2001, 0x0db8, 32),
            Block.v6(0x2002, 0, 16),
            Block.v6(0x0064, 0xff9b, 32),
            Block.v6(0x0100, 0, 16),
            Block.v6(0, 0, 32));

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        List<Block> blocks = address instanceof Inet4Address ? NOT_PUBLIC_V4 : NOT_PUBLIC_V6;
        return blocks.stream().noneMatch(block -> block.contains(address));
    }

    /** The first 32 bits of a block, and how many of them count. */
    private record Block(int start, int bits) {

        static Block v4(int first, int second, int third, int bits) {
            return new Block(first << 24 | second << 16 | third << 8, bits);
        }

        static Block v6(int first, int second, int bits) {
            return new Block(first << 16 | second, bits);
        }

        boolean contains(InetAddress address) {
            int value = ByteBuffer.wrap(address.getAddress()).getInt();
            return (value ^ start) >>> (Integer.SIZE - bits) == 0;
        }
    }
}
