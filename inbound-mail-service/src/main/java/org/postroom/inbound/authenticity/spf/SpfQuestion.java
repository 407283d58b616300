package org.postroom.inbound.authenticity.spf;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * The arguments of check_host (RFC 7208, section 4.1), with what explanations may name.
 *
 * @param client the network address of the client; an IPv4 address mapped into IPv6 counts as IPv4
 * @param domain the domain that is asked, as it was given
 * @param localPart the part of the sender before the @; {@code postmaster} stands for an empty one
 * @param senderDomain the part of the sender after the @
 * @param helo what the client called itself
 * @param receiver our own name
 * @param seconds the time, in seconds since 1970
 */
public record SpfQuestion(
        InetAddress client,
        String domain,
        String localPart,
        String senderDomain,
        String helo,
        String receiver,
        long seconds) {

    private static final String POSTMASTER = "postmaster";

    /** Puts postmaster in the place of an empty local part (section 4.3). */
    public SpfQuestion {
        localPart = localPart.isEmpty() ? POSTMASTER : localPart;
    }

    /** Asks about an envelope sender; about {@code postmaster} at the HELO name for the null sender (section 2.4). */
    public static SpfQuestion ofSender(InetAddress client, String sender, String helo, String receiver, long seconds) {
        int at = sender.lastIndexOf('@');
        if (sender.isEmpty() || at < 0) {
            return ofHelo(client, helo, receiver, seconds);
        }
        String domain = sender.substring(at + 1);
        return new SpfQuestion(client, domain, sender.substring(0, at), domain, helo, receiver, seconds);
    }

    /** Asks about the name in HELO or EHLO (section 2.3). */
    public static SpfQuestion ofHelo(InetAddress client, String helo, String receiver, long seconds) {
        return new SpfQuestion(client, helo, POSTMASTER, helo, helo, receiver, seconds);
    }

    boolean isIp6() {
        return client instanceof Inet6Address;
    }

    String sender() {
        return localPart + "@" + senderDomain;
    }
}
