package org.postroom.routing.directory;

/**
 * The rules for all mail of an organisation, as far as routing acts upon them.
 *
 * @param automaticMail what becomes of mail that a machine wrote
 */
public record MailRules(AutomaticMail automaticMail) {

    /** What applies to an organisation that has none. */
    public static final MailRules DEFAULT = new MailRules(AutomaticMail.KEEP_ASIDE);
}
