package org.postroom.console.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was received and became no work.
 *
 * @param emailId the mail
 * @param receivedAt when it was accepted
 * @param author who wrote it, by name or address
 * @param address the author's address
 * @param subject its subject
 * @param attachments how many attachments it has
 * @param reason why it became no work
 * @param explanation why, in the words of the flow that ended it; null for every other reason
 */
public record KeptAsideMail(
        String emailId,
        Instant receivedAt,
        String author,
        String address,
        String subject,
        int attachments,
        KeptAsideReason reason,
        @Nullable String explanation) {

    /** Why it became no work, in words for people. */
    public String why() {
        return explanation == null ? reason.label() : reason.label() + ": " + explanation;
    }

    /** True where none of its files may be given out. */
    public boolean infected() {
        return reason == KeptAsideReason.VIRUS;
    }
}
