package org.postroom.console.gateway;

/** A service does not let the user read something: a permission is missing, or the organisation is suspended. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refuses with the service's words. */
    public ForbiddenException(String detail) {
        super(detail);
    }
}
