package org.postroom.console.message;

/**
 * Where the content of a message on a page is kept.
 *
 * @param key the key in the message store
 * @param draft true for an agent's text that was not composed into a mail yet
 * @param infected true for a mail in which a virus was found: its text may be shown, none of its files given out
 */
public record MessageLocation(String key, boolean draft, boolean infected) {}
