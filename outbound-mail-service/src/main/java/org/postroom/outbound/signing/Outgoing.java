package org.postroom.outbound.signing;

import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;

/**
 * A mail that asks to leave.
 *
 * @param from its From address
 * @param own the address that it answers for, where bounces belong
 * @param mail the mail, unsigned
 * @param threadToken what an answer to the envelope's sender is recognised by; null where there is none
 */
public record Outgoing(
        EmailAddress from,
        EmailAddress own,
        RawMail mail,
        @Nullable String threadToken) {

    /** A mail without a token. */
    public Outgoing(EmailAddress from, EmailAddress own, RawMail mail) {
        this(from, own, mail, null);
    }
}
