package org.postroom.inbound.directory;

/**
 * What holds for all mail that an organisation receives, as far as reception acts on it.
 *
 * @param forgedMail what becomes of mail that fails the policy of its author's domain
 * @param largestMessage the largest message that it takes, in octets; the installation may take less
 */
public record MailRules(ForgedMail forgedMail, long largestMessage) {

    /** The rules of an organisation that has not set any: 40 MB, and what seems forged is only marked. */
    public static final MailRules USUAL = new MailRules(ForgedMail.NOTE, 40L * 1_048_576);

    /** What becomes of mail that fails the policy (DMARC, RFC 7489) of the domain that it says it is from. */
    public enum ForgedMail {
        /** It is refused where that domain asks for it. */
        REJECT,
        /** It is treated as spam. */
        SPAM,
        /** It is only marked. */
        NOTE
    }
}
