package org.postroom.verification.maildomain;

/** Where the secrets come from that prove ownership. */
@FunctionalInterface
public interface TokenSource {

    /** Returns 128 random bits in lower-case hexadecimal. */
    String next();
}
