package org.postroom.outbound.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.mail.EmailAddress;
import org.postroom.outbound.mail.Mailbox;

/**
 * One of the organisation's addresses, as the sender of replies.
 *
 * @param own the address itself; bounces return to it
 * @param from who replies appear to come from
 * @param replyTo where answers are wanted; null for the From address
 * @param hiddenBcc recipients of every reply whom neither the customer nor the agent sees
 * @param signatureId the signature added to replies; null for none
 * @param history whether the customer receives the history
 * @param multipleActions true where an interaction stays with its agent after a reply
 */
public record SenderAddress(
        EmailAddress own,
        Mailbox from,
        @Nullable EmailAddress replyTo,
        List<EmailAddress> hiddenBcc,
        @Nullable String signatureId,
        HistoryRule history,
        boolean multipleActions) {

    /** Copies the list. */
    public SenderAddress {
        hiddenBcc = List.copyOf(hiddenBcc);
    }
}
