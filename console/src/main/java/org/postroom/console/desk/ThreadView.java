package org.postroom.console.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What agents can correct in which mails are one conversation.
 *
 * @param conversationId the conversation
 * @param mails the customer's mails in it, oldest first
 * @param merged the conversations that were merged into it
 * @param others other conversations of the same customer, the newest first
 */
public record ThreadView(String conversationId, List<Mail> mails, List<Part> merged, List<Part> others) {

    /** Copies the lists. */
    public ThreadView {
        mails = List.copyOf(mails);
        merged = List.copyOf(merged);
        others = List.copyOf(others);
    }

    /** True where a mail may stand apart: there is another one beside it. */
    public boolean mayBeSplit() {
        return mails.size() > 1;
    }

    /**
     * A mail of the customer.
     *
     * @param conversationId the conversation that it is in, which may have been merged into the one shown
     * @param movedFrom the conversation that it was moved from last; null where it never was
     */
    public record Mail(
            String emailId,
            String conversationId,
            String author,
            String subject,
            Instant receivedAt,
            @Nullable String movedFrom) {}

    /** A conversation, by the subject of its newest interaction. */
    public record Part(
            String conversationId, String subject, @Nullable Instant since) {}
}
