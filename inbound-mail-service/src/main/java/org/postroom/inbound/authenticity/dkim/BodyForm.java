package org.postroom.inbound.authenticity.dkim;

/**
 * In which form a body is digested; signatures that agree in it share the digest.
 *
 * @param canonical what is overlooked
 * @param algorithm the digest, in Java's words
 * @param most how many octets of it are signed (l=); {@link Long#MAX_VALUE} for all
 */
record BodyForm(Canonical canonical, String algorithm, long most) {}
