package org.postroom.inbound.reception;

import java.util.regex.Pattern;

/**
 * Why a client, a recipient or a mail was not taken, as the client is told (codes: RFC 5321, section 4.2.3; enhanced
 * codes: RFC 3463). A 4xx asks the client to keep the mail and try again, a 5xx to return it to its author. A check may
 * have one of its own.
 *
 * @param reason a short name for metrics and logs, in lower case with underscores
 * @param reply the answer to the client
 */
public record Refusal(String reason, Reply reply) {

    private static final Pattern REASON = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

    /** As many clients are connected as are allowed, or as many from one network address. */
    public static final Refusal TOO_MANY_CONNECTIONS =
            of("too_many_connections", 421, "4.7.0", "Too many connections, try again later");

    /** The recipient's domain belongs to no organisation here. */
    public static final Refusal RELAYING_DENIED =
            of("relaying_denied", 550, "5.7.1", "Relaying denied: this host receives only for its own domains");

    /**
     * The domain was added, but it is not proven that its mail belongs here. Temporary, because a domain's MX must point
     * here before it can be verified: mail that arrives in between waits at its sender.
     */
    public static final Refusal DOMAIN_NOT_VERIFIED = of(
            "domain_not_verified",
            450,
            "4.7.1",
            "The recipient's domain is not verified to receive here, try again later");

    /** The domain receives, but has no such address. */
    public static final Refusal NO_SUCH_ADDRESS = of("no_such_address", 550, "5.1.1", "No such address here");

    /** The address is for sending only. */
    public static final Refusal SENDS_ONLY =
            of("sends_only", 550, "5.7.1", "This address only sends and receives no mail");

    /** The recipient's organisation is suspended; its mail waits at its senders until it is resumed, or returns to them. */
    public static final Refusal ORGANISATION_SUSPENDED = of(
            "organisation_suspended",
            450,
            "4.7.1",
            "The recipient's organisation receives no mail at present, try again later");

    /** The address directory has not been read yet. */
    public static final Refusal DIRECTORY_NOT_READY =
            of("directory_not_ready", 451, "4.3.0", "The address directory is not ready, try again later");

    /** The transaction has as many recipients as are allowed. */
    public static final Refusal TOO_MANY_RECIPIENTS =
            of("too_many_recipients", 452, "4.5.3", "Too many recipients, send the others in another transaction");

    /** The message is larger than announced in SIZE. */
    public static final Refusal MESSAGE_TOO_LARGE =
            of("message_too_large", 552, "5.3.4", "The message is larger than this host takes");

    /** The message's header is larger than any may be. */
    public static final Refusal HEADER_TOO_LARGE =
            of("header_too_large", 552, "5.3.4", "The message's header is larger than this host takes");

    /** A line of the message is longer than any may be. */
    public static final Refusal LINE_TOO_LONG =
            of("line_too_long", 554, "5.6.0", "A line of the message is longer than this host takes");

    /** The message is larger than the recipient's organisation takes. */
    public static final Refusal TOO_LARGE_FOR_RECIPIENT =
            of("too_large_for_recipient", 552, "5.3.4", "The message is larger than the recipient takes");

    /** The memory for mails that are coming in is used up, or this client's share of it. */
    public static final Refusal NO_MEMORY =
            of("no_memory", 451, "4.3.1", "Too many messages are coming in, try again later");

    /** A client begins more mails in a minute than are allowed. */
    public static final Refusal TOO_MANY_MAILS_OF_CLIENT = of(
            "too_many_mails_of_client", 450, "4.7.1", "Too many messages from your network address, try again later");

    /** A sender begins more mails in a minute than are allowed. */
    public static final Refusal TOO_MANY_MAILS_OF_SENDER =
            of("too_many_mails_of_sender", 450, "4.7.1", "Too many messages from this sender, try again later");

    /** A client connects more often in a minute than is allowed. */
    public static final Refusal CONNECTS_TOO_OFTEN =
            of("connects_too_often", 421, "4.7.0", "Too many connections from your network address, try again later");

    /** A client said nothing for long. */
    public static final Refusal IDLE = of("idle", 421, "4.4.2", "Idle for too long");

    /** A client stays for longer than is allowed. */
    public static final Refusal SESSION_TOO_LONG =
            of("session_too_long", 421, "4.4.2", "The session takes too long, connect again");

    /** The content of a mail comes in too slowly. */
    public static final Refusal TOO_SLOW = of("too_slow", 421, "4.4.2", "The message comes in too slowly");

    /** A client makes one error after another. */
    public static final Refusal TOO_MANY_ERRORS = of("too_many_errors", 421, "4.7.0", "Too many errors");

    /** A client passes the time. */
    public static final Refusal TOO_MANY_COMMANDS =
            of("too_many_commands", 421, "4.7.0", "Too many commands without a mail");

    /** A client says things that are no commands. */
    public static final Refusal TOO_MANY_UNKNOWN_COMMANDS =
            of("too_many_unknown_commands", 421, "4.7.0", "Too many commands that are none");

    /** A client does not name itself. */
    public static final Refusal NO_GREETING = of("no_greeting", 421, "4.7.0", "Too many commands without EHLO or HELO");

    /** A client speaks before it is greeted, as no mail server does (RFC 5321, section 3.1). */
    public static final Refusal SPOKE_FIRST =
            of("spoke_first", 554, "5.5.0", "Protocol error: you spoke before you were greeted");

    /** A client does not wait for an answer that it has to wait for (RFC 2920, section 3.1). */
    public static final Refusal OUT_OF_STEP =
            of("out_of_step", 554, "5.5.0", "Protocol error: you did not wait for the answer");

    /** The message went through too many hosts. */
    public static final Refusal MAIL_LOOP =
            of("mail_loop", 554, "5.4.6", "Too many Received fields: the message goes round in a loop");

    /** The message could not be made durable. */
    public static final Refusal STORE_UNAVAILABLE =
            of("store_unavailable", 451, "4.3.0", "The message could not be stored, try again later");

    /** The message was stored, but the log did not acknowledge it. */
    public static final Refusal LOG_UNAVAILABLE =
            of("log_unavailable", 451, "4.3.0", "The message could not be queued, try again later");

    /** An engine that is to look at each mail has not answered, or wants the mail to come again. */
    public static final Refusal NOT_SCANNED =
            of("not_scanned", 451, "4.7.1", "The message could not be checked, try again later");

    /** We failed in a way that nobody foresaw: our bug must not bounce anybody's mail. */
    public static final Refusal UNFORESEEN =
            of("unforeseen", 451, "4.3.0", "The message could not be processed, try again later");

    /** Refuses what is no refusal. */
    public Refusal {
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("reason: expected lower case and underscores, but got " + reason);
        }
        if (reply.code() < 400 || reply.code() > 599) {
            throw new IllegalArgumentException("reply: expected a code from 400 to 599, but got " + reply.code());
        }
    }

    /** A refusal in the words of {@link Reply}. */
    public static Refusal of(String reason, int code, String enhancedCode, String text) {
        return new Refusal(reason, new Reply(code, enhancedCode, text));
    }
}
