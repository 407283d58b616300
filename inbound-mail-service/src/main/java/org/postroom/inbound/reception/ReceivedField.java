package org.postroom.inbound.reception;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Our own trace field, put on top of each message (RFC 5321, section 4.4). It names no recipient, so that it reveals none. */
final class ReceivedField {

    private static final int LONGEST_NAME = 255;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private ReceivedField() {}

    /**
     * Writes the field.
     *
     * @param hostName our own name
     * @param envelope the transaction
     * @param now when it began
     */
    static byte[] of(String hostName, Envelope envelope, Instant now) {
        String field = "Received: from %s ([%s])\r\n\tby %s with %s id %s;\r\n\t%s\r\n"
                .formatted(
                        harmless(envelope.client().name()),
                        literal(envelope.client().address()),
                        hostName,
                        envelope.client().protocol(),
                        envelope.transactionId(),
                        DATE.format(now.atZone(ZoneOffset.UTC)));
        return field.getBytes(StandardCharsets.US_ASCII);
    }

    /** An IPv6 address is marked as one in a literal (RFC 5321, section 4.1.3). */
    private static String literal(String address) {
        return address.indexOf(':') < 0 ? address : "IPv6:" + address;
    }

    private static String harmless(String name) {
        String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return shortened.replaceAll("[^A-Za-z0-9.:\\[\\]_-]", "?");
    }
}
