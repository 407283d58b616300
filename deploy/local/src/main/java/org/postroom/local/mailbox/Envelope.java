package org.postroom.local.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * What SMTP said about a mail that was delivered.
 *
 * @param id the mail's id in the playground; ids sort by time of arrival
 * @param receivedAt when it arrived
 * @param sender the envelope sender; empty for a bounce
 * @param recipients the envelope recipients, hidden ones among them
 */
public record Envelope(String id, Instant receivedAt, String sender, List<String> recipients) {

    /** Copies the recipients. */
    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** Tells whether the mail was delivered to an address. */
    public boolean isFor(String address) {
        return recipients.stream().anyMatch(address::equalsIgnoreCase);
    }
}
