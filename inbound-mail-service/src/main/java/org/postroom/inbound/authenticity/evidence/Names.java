package org.postroom.inbound.authenticity.evidence;

import java.net.InetAddress;

/**
 * Asks DNS. Names come without a trailing dot; each of their characters stands for one octet, and any octet may occur. A
 * name that cannot be asked for, because a label is empty or longer than 63 octets, has no records.
 */
public interface Names {

    /** The TXT records of a name: the strings of each joined, a character for each octet. */
    DnsAnswer<String> texts(String name);

    /** The IPv4 addresses (A) of a name. */
    DnsAnswer<InetAddress> addresses4(String name);

    /** The IPv6 addresses (AAAA) of a name. */
    DnsAnswer<InetAddress> addresses6(String name);

    /** The hosts of a name's MX records, by preference; the empty string stands for the root. */
    DnsAnswer<String> exchangers(String name);

    /** The names that the PTR records at a name give. */
    DnsAnswer<String> pointers(String name);
}
