package org.postroom.routing.directory;

/**
 * The rules for all mail of an organisation, as far as routing acts upon them.
 *
 * @param automaticMail what becomes of mail that a machine wrote
 * @param sameMessageIdOnce true where a mail with the Message-ID and the author of an earlier one is the same mail,
 *     whatever way it came
 * @param conversations which mails are one conversation, and who gets what comes in it
 */
public record MailRules(AutomaticMail automaticMail, boolean sameMessageIdOnce, ConversationRules conversations) {

    /** What applies to an organisation that has none. */
    public static final MailRules DEFAULT = new MailRules(AutomaticMail.KEEP_ASIDE, false);

    /** Rules that say nothing of conversations. */
    public MailRules(AutomaticMail automaticMail, boolean sameMessageIdOnce) {
        this(automaticMail, sameMessageIdOnce, ConversationRules.DEFAULT);
    }
}
