package org.postroom.inbound.message;

/** What says that a machine wrote a mail (RFC 3834, section 2); the first that is found, in this order: the most telling one. */
public enum Automation {
    /** Nothing does: a person wrote it. */
    NONE,
    /** It is a complaint about a mail (RFC 5965). */
    FEEDBACK_REPORT,
    /** It tells what became of a mail (RFC 3464), or is another multipart/report (RFC 6522). */
    DELIVERY_REPORT,
    /** It tells that a mail was displayed (RFC 8098). */
    READ_RECEIPT,
    /** An Auto-Submitted field other than "no". */
    AUTO_SUBMITTED,
    /** X-Autoreply or X-Autorespond. */
    AUTO_REPLY_HEADER,
    /** An X-Auto-Response-Suppress that asks for no automatic answers, as programs do that must not be answered so. */
    RESPONSE_SUPPRESSED,
    /** X-Auto-Generated. */
    AUTO_GENERATED_HEADER,
    /** X-Loop. */
    LOOP_HEADER,
    /** List-Id (RFC 2919) or List-Unsubscribe (RFC 2369). */
    MAILING_LIST,
    /** A Precedence of bulk, list, junk or auto_reply. */
    PRECEDENCE,
    /** Its author has the name of a mail server's own mailbox, such as mailer-daemon. */
    MAILER_DAEMON,
    /** The envelope had the null sender (RFC 5321, section 4.5.5). */
    NULL_ENVELOPE_SENDER
}
