package org.postroom.outbound.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;

/**
 * One of the organisation's addresses, as the sender of replies.
 *
 * @param own the address itself; bounces return to it
 * @param from who replies appear to come from
 * @param replyTo where answers are wanted; null for the From address
 * @param hiddenBcc recipients of every reply whom neither the customer nor the agent sees
 * @param queueId the queue that its mail goes to; null for none
 * @param signature which signature replies carry
 * @param history whether the customer receives the history
 * @param multipleActions true where an interaction stays with its agent after a reply
 */
public record SenderAddress(
        EmailAddress own,
        Mailbox from,
        @Nullable EmailAddress replyTo,
        List<EmailAddress> hiddenBcc,
        @Nullable String queueId,
        SignatureRule signature,
        HistoryRule history,
        boolean multipleActions) {

    /** Copies the list. */
    public SenderAddress {
        hiddenBcc = List.copyOf(hiddenBcc);
    }

    /**
     * Which signature replies carry.
     *
     * @param signatureId the signature; null for the queue's
     * @param placement where it is added
     * @param firstOfConversation true where only our first mail of a conversation carries it
     */
    public record SignatureRule(@Nullable String signatureId, Placement placement, boolean firstOfConversation) {

        /** The queue's signature, on every reply. */
        public static final SignatureRule USUAL = new SignatureRule(null, Placement.UNSEEN, false);

        /** Where a signature is added. */
        public enum Placement {
            /** When the reply is composed. */
            UNSEEN,
            /** In the agent's editor, before the history; composing adds none. */
            EDITOR
        }
    }
}
