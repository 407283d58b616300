package org.postroom.domain.address;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Name;

/**
 * How answers from an address look.
 *
 * @param fromName the name in From; null to show the address alone
 * @param from the address in From; null for the address itself
 * @param replyTo the address in Reply-To; null for none
 * @param hiddenBcc who gets every answer unseen
 * @param signature the signature below; null for none
 * @param signaturePlacement where a reply gets it
 * @param signatureOn which outgoing mail gets it
 * @param history whether the history is included
 * @param multipleActions true where an interaction stays with its agent after an answer
 */
public record Answering(
        @Nullable Name fromName,
        @Nullable OwnAddress from,
        @Nullable OwnAddress replyTo,
        HiddenBcc hiddenBcc,
        @Nullable Id<Signature> signature,
        SignaturePlacement signaturePlacement,
        SignatureOn signatureOn,
        HistoryInclusion history,
        boolean multipleActions) {

    /**
     * An address of the organisation that answers name.
     *
     * @param address the address
     * @param configuredAs the entry that it is; null for the entry that names it, itself
     */
    public record OwnAddress(EmailAddress address, @Nullable Id<Address> configuredAs) {}

    /** Where a reply gets its signature. */
    public enum SignaturePlacement {
        /** It is added when the reply leaves, unseen by the agent. */
        UNSEEN,
        /** It stands in the editor, before the history, where the agent may change it. */
        EDITOR
    }

    /** Which outgoing mail gets the signature. */
    public enum SignatureOn {
        /** All of it. */
        EVERY_MAIL,
        /** The first mail of ours in a conversation. */
        FIRST_OF_CONVERSATION
    }

    /** Whether the history of the conversation is included in a reply. */
    public enum HistoryInclusion {
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER,
        /** As the agent decides with each reply. */
        AGENT_DECIDES
    }
}
