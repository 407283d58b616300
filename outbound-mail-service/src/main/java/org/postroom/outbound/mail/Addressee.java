package org.postroom.outbound.mail;

import org.postroom.mail.Mailbox;

/**
 * One recipient of a mail.
 *
 * @param mailbox who
 * @param kind how the recipient takes part
 */
public record Addressee(Mailbox mailbox, Kind kind) {

    /** How a recipient takes part. */
    public enum Kind {
        /** Named in To. */
        TO,
        /** Named in Cc. */
        CC,
        /** In the envelope only: neither the others nor the agent see it. */
        HIDDEN_BCC
    }

    /** True where the mail itself names the recipient. */
    public boolean visible() {
        return kind != Kind.HIDDEN_BCC;
    }
}
