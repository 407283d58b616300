package org.postroom.domain.mailrules;

/** What becomes of mail that fails the policy (DMARC, RFC 7489) of the domain that it says it is from. */
public enum ForgedMail {
    /** It is refused where that domain asks for it. */
    REJECT,
    /** It is treated as spam. */
    SPAM,
    /** It is taken, and the agent reads of it. */
    NOTE
}
