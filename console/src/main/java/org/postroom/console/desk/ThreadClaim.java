package org.postroom.console.desk;

import org.jspecify.annotations.Nullable;

/**
 * Why a mail that names a conversation stands in another one.
 *
 * @param subjectChanged true where its subject is another one and the organisation's rule begins a new conversation for it;
 *     false where its author has no part in what it names
 * @param interactionId an interaction of the conversation that it names; null where none is known
 */
public record ThreadClaim(boolean subjectChanged, @Nullable String interactionId) {

    /** What the agent reads of it. */
    public String sentence() {
        return subjectChanged
                ? "This mail answers an earlier conversation, but with another subject: by your mail rules it begins a new one."
                : "This mail claims to answer a conversation in which its sender has no part. It stands alone, and the sender"
                        + " sees nothing of that conversation.";
    }
}
