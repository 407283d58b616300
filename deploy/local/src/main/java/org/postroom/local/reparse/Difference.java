package org.postroom.local.reparse;

/**
 * A fact of a mail that is read otherwise than it was. Mails are hostile: what they say is not shown as it is.
 *
 * @param organisationId whose mail it is
 * @param emailId the mail
 * @param fact which fact, in a word for people
 * @param before what was found; empty where nothing was, or where it is no matter of a line
 * @param after what is found now
 */
public record Difference(String organisationId, String emailId, String fact, String before, String after) {}
