package org.postroom.inbound.reception;

/** Whether a recipient is taken. */
public sealed interface RecipientDecision {

    /** It is. */
    record Accepted(AcceptedRecipient recipient) implements RecipientDecision {}

    /** It is not, and the client is told why. */
    record Refused(Refusal refusal) implements RecipientDecision {}
}
