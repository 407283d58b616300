package org.postroom.routing.conversation;

/** The rule that decided which conversation a mail belongs to. */
public enum ThreadingRule {
    /** No header named a conversation we know. */
    NEW_CONVERSATION,
    /** An identifier in References did (RFC 5322, section 3.6.4). */
    REFERENCES,
    /** An identifier in In-Reply-To did (RFC 5322, section 3.6.4). */
    IN_REPLY_TO,
    /** A header named one, but its author has no part in it: anybody can write a header. */
    SENDER_NOT_IN_CONVERSATION,
    /** A token did that we signed, in an address or in an identifier. */
    THREAD_TOKEN,
    /** Nothing else did, but its author wrote with the same subject. */
    SUBJECT_AND_SENDER,
    /** A header named one, but the subject is another, which by the organisation's rule begins a new one. */
    SUBJECT_CHANGED
}
