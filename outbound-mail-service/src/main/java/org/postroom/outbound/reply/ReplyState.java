package org.postroom.outbound.reply;

/** How far a reply has come. */
public enum ReplyState {
    /** The agent asked for it. */
    REQUESTED,
    /** The mail is written and about to be sent. */
    COMPOSED,
    /** A recipient's server asked to try again later. */
    DEFERRED,
    /** Every recipient's server took it. */
    SENT,
    /** It will not be sent. */
    FAILED,
    /** It may or may not have arrived. */
    UNCERTAIN,
    /** A server took it, and then reported that it did not arrive. */
    BOUNCED
}
