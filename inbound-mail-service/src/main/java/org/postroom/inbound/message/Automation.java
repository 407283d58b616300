package org.postroom.inbound.message;

/** What says that a machine wrote a mail (RFC 3834, section 2); the first that is found, in this order. */
public enum Automation {
    /** Nothing does: a person wrote it. */
    NONE,
    /** An Auto-Submitted field other than "no". */
    AUTO_SUBMITTED,
    /** A Precedence of bulk, list, junk or auto_reply. */
    PRECEDENCE,
    /** X-Autoreply, X-Autorespond or X-Auto-Response-Suppress. */
    AUTO_REPLY_HEADER,
    /** The envelope had the null sender (RFC 5321, section 4.5.5). */
    NULL_ENVELOPE_SENDER,
    /** The message is a multipart/report (RFC 6522). */
    DELIVERY_REPORT
}
