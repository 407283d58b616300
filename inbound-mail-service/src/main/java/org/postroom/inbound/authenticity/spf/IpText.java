package org.postroom.inbound.authenticity.spf;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;

/** Network addresses as texts. */
final class IpText {

    private static final int GROUPS = 8;

    private IpText() {}

    /** As people read it: dotted, or in the form of RFC 5952. */
    static String readable(InetAddress address) {
        byte[] octets = address.getAddress();
        if (octets.length == 4) {
            return dotted(octets);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((octets[2 * i] & 0xff) << 8) | (octets[2 * i + 1] & 0xff);
        }
        return compressed(groups);
    }

    /** For macros: four numbers, or 32 hexadecimal digits, with dots between them (RFC 7208, section 7.3). */
    static String inLabels(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == 4
                ? dotted(octets)
                : String.join(
                        ".",
                        HexFormat.of()
                                .formatHex(octets)
                                .toUpperCase(Locale.ROOT)
                                .split(""));
    }

    /** The name at which the address's PTR records are. */
    static String reverseName(InetAddress address) {
        String[] labels = inLabels(address).split("\\.", -1);
        var name = new StringBuilder();
        for (int i = labels.length - 1; i >= 0; i--) {
            name.append(labels[i]).append('.');
        }
        return name + (labels.length == 4 ? "in-addr.arpa" : "ip6.arpa");
    }

    private static String dotted(byte[] octets) {
        return (octets[0] & 0xff) + "." + (octets[1] & 0xff) + "." + (octets[2] & 0xff) + "." + (octets[3] & 0xff);
    }

    /** The longest run of at least two zeros, the first of several, becomes two colons. */
    private static String compressed(int[] groups) {
        int start = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        return start < 0
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, start) + "::" + joined(groups, start + longest, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
