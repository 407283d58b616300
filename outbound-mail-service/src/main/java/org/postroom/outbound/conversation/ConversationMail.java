package org.postroom.outbound.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a conversation, received from the customer or sent by us.
 *
 * @param id the received mail's or the reply's identifier
 * @param fromCustomer true where the customer wrote it
 * @param messageId its Message-ID as it stands in the mail; null where it is absent
 * @param inReplyTo the identifiers in its In-Reply-To
 * @param references the identifiers in its References, oldest first
 * @param authorAddress its author's address
 * @param authorName its author's name; null where none is known
 * @param at when it was written, as far as is known, else when it was received
 * @param key where its raw form is stored
 */
public record ConversationMail(
        String id,
        boolean fromCustomer,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        String authorAddress,
        @Nullable String authorName,
        Instant at,
        String key) {

    /** Copies the lists. */
    public ConversationMail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
    }
}
