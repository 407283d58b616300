package org.postroom.runtime.message;

/**
 * Where a stored message is, and how to recognise it.
 *
 * @param key the key; it begins with the organisation id and a slash
 * @param size the size in bytes
 * @param sha256 the SHA-256 of the bytes, in lower-case hexadecimal
 */
public record StoredMessage(String key, long size, String sha256) {}
