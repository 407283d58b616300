package org.postroom.console.message;

/**
 * Where the content of a message on a page is kept.
 *
 * @param key the key in the message store
 * @param draft true for an agent's text that was not composed into a mail yet
 */
public record MessageLocation(String key, boolean draft) {}
