package org.postroom.console.gateway;

/** A service was asked for what a page shows too often, by the user or by the whole organisation. */
public final class TooOftenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes what the service said. */
    public TooOftenException(String detail) {
        super(detail);
    }
}
