package org.postroom.verification.maildomain;

/**
 * The secrets of a domain, never used for another one.
 *
 * @param ownership what its owner publishes
 * @param redirect what stands before our redirect host
 */
public record Tokens(String ownership, String redirect) {

    /** A local part has at most 64 characters (RFC 5321, section 4.5.3.1.1), and the address stands before the token. */
    private static final int REDIRECT_LENGTH = 16;

    static Tokens from(TokenSource source) {
        return new Tokens(source.next(), source.next().substring(0, REDIRECT_LENGTH));
    }
}
