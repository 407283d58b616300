package org.postroom.outbound.mail;

/**
 * Where the bytes of a mail, or of its content, are kept (claim check).
 *
 * @param key the key in the message store; it begins with the organisation id
 * @param size the size in bytes
 * @param sha256 the SHA-256 of the bytes, in lower-case hexadecimal
 */
public record StoredMail(String key, long size, String sha256) {}
