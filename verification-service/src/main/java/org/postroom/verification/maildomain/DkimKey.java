package org.postroom.verification.maildomain;

/**
 * The public half of a DKIM key.
 *
 * @param selector the selector (s=)
 * @param keyType the key type (k=)
 * @param publicKey the key (p=), in base64
 */
public record DkimKey(String selector, String keyType, String publicKey) {}
