package org.postroom.routing.interaction;

/**
 * Where the text of a note is kept, since the log carries no content.
 *
 * @param key the key in the message store
 * @param size the size in bytes
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
public record NoteReference(String key, long size, String sha256) {}
