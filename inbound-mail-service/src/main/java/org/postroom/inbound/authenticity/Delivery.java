package org.postroom.inbound.authenticity;

import java.net.InetAddress;

/**
 * What SMTP says of a mail.
 *
 * @param client the network address of the client
 * @param greeting the name given in HELO or EHLO
 * @param sender the envelope sender; empty for the null sender
 * @param receiver our own name
 * @param seconds the time, in seconds since 1970
 */
public record Delivery(InetAddress client, String greeting, String sender, String receiver, long seconds) {}
