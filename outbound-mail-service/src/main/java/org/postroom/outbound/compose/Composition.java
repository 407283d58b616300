package org.postroom.outbound.compose;

/** What came of composing a reply. */
public sealed interface Composition {

    /**
     * It is a mail now.
     *
     * @param letter the mail
     */
    record Composed(Letter letter) implements Composition {}

    /**
     * It cannot be a mail.
     *
     * @param enhancedStatus the reason's code (RFC 3463)
     * @param reason why, in the form "expected …, but …"
     */
    record Refused(String enhancedStatus, String reason) implements Composition {}
}
