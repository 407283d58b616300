package org.postroom.inbound.authenticity;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What SMTP says of a mail, or what is known of it where it was fetched from a mailbox.
 *
 * @param client the network address of the client; null where it was fetched, and SPF has nobody to speak about
 * @param greeting the name given in HELO or EHLO
 * @param sender the envelope sender; empty for the null sender
 * @param receiver our own name
 * @param seconds the time, in seconds since 1970
 */
public record Delivery(@Nullable InetAddress client, String greeting, String sender, String receiver, long seconds) {}
