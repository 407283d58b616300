package org.postroom.outbound.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;
import org.postroom.runtime.id.DomainId;

/** What came of asking for a signature. */
public sealed interface Signing {

    /**
     * The mail may be sent.
     *
     * @param mail the mail, signed
     * @param selectors the selectors it was signed with
     * @param domainId the domain in whose name it leaves
     * @param envelopeSender where bounces go
     * @param smtpServerId the organisation's server that it leaves through; null for the platform
     */
    record Signed(
            RawMail mail,
            List<String> selectors,
            DomainId domainId,
            EmailAddress envelopeSender,
            @Nullable String smtpServerId)
            implements Signing {

        /** Copies the list. */
        public Signed {
            selectors = List.copyOf(selectors);
        }
    }

    /**
     * The mail may be sent once something changes.
     *
     * @param reason why not now, in the form "expected …, but …"
     */
    record Held(String reason) implements Signing {}

    /**
     * The mail may not be sent.
     *
     * @param reason why, in the form "expected …, but …"
     */
    record Refused(String reason) implements Signing {}

    /**
     * The organisation has no such domain or has not proven it, or the news of that has not arrived yet.
     *
     * @param reason the same in the form "expected …, but …"
     */
    record Unknown(String reason) implements Signing {}

    /** The organisation is gone, and whatever it wanted to send with it. */
    record Gone() implements Signing {}
}
