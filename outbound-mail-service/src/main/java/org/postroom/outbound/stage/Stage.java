package org.postroom.outbound.stage;

/** A part of the service that can run as a deployment of its own. */
public enum Stage {
    /** Takes requests for replies and makes mails of them. */
    COMPOSE,
    /** Signs mails and hands them over to their recipients' servers; the only one that sees private keys. */
    SEND
}
