package org.postroom.runtime.security;

import org.springframework.security.core.AuthenticationException;

/** The issuer's keys cannot be had, so nobody knows whether a token is good: not the user's fault, and it may pass. */
final class IssuerUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(Throwable cause) {
        super("expected the sign-in to tell its keys, but it does not answer", cause);
    }
}
