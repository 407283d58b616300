package org.postroom.inbound.reception;

import java.util.Locale;

/**
 * Why a recipient or a mail was not taken, as the client is told (codes: RFC 5321, section 4.2.3; enhanced codes: RFC
 * 3463). A 4xx asks the client to keep the mail and try again, a 5xx to return it to its author.
 */
public enum Refusal {
    /** The recipient's domain belongs to no organisation here. */
    RELAYING_DENIED(550, "5.7.1", "Relaying denied: this host receives only for its own domains"),
    /**
     * The domain was added, but it is not proven that its mail belongs here. Temporary, because a domain's MX must point
     * here before it can be verified: mail that arrives in between waits at its sender.
     */
    DOMAIN_NOT_VERIFIED(450, "4.7.1", "The recipient's domain is not verified to receive here, try again later"),
    /** The domain receives, but has no such address. */
    NO_SUCH_ADDRESS(550, "5.1.1", "No such address here"),
    /** The address is for sending only. */
    SENDS_ONLY(550, "5.7.1", "This address only sends and receives no mail"),
    /** The recipient's organisation is suspended; its mail waits at its senders until it is resumed, or returns to them. */
    ORGANISATION_SUSPENDED(450, "4.7.1", "The recipient's organisation receives no mail at present, try again later"),
    /** The address directory has not been read yet. */
    DIRECTORY_NOT_READY(451, "4.3.0", "The address directory is not ready, try again later"),
    /** The transaction has as many recipients as are allowed. */
    TOO_MANY_RECIPIENTS(452, "4.5.3", "Too many recipients, send the others in another transaction"),
    /** The message is larger than announced in SIZE. */
    MESSAGE_TOO_LARGE(552, "5.3.4", "The message is larger than this host takes"),
    /** The message went through too many hosts. */
    MAIL_LOOP(554, "5.4.6", "Too many Received fields: the message goes round in a loop"),
    /** The message could not be made durable. */
    STORE_UNAVAILABLE(451, "4.3.0", "The message could not be stored, try again later"),
    /** The message was stored, but the log did not acknowledge it. */
    LOG_UNAVAILABLE(451, "4.3.0", "The message could not be queued, try again later"),
    /** We failed in a way that nobody foresaw: our bug must not bounce anybody's mail. */
    UNFORESEEN(451, "4.3.0", "The message could not be processed, try again later");

    private final int code;
    private final String enhancedCode;
    private final String text;

    Refusal(int code, String enhancedCode, String text) {
        this.code = code;
        this.enhancedCode = enhancedCode;
        this.text = text;
    }

    /** The answer to the client. */
    public Reply reply() {
        return new Reply(code, enhancedCode, text);
    }

    /** A short name for metrics and logs, in lower case. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
