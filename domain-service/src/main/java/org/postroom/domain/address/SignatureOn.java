package org.postroom.domain.address;

/** Which outgoing mail gets the signature. */
public enum SignatureOn {
    /** All of it. */
    EVERY_MAIL,
    /** The first mail of ours in a conversation. */
    FIRST_OF_CONVERSATION
}
