package org.postroom.runtime.problem;

/** A part that the request needs cannot be reached now; answered with 503: the client may repeat the request. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes what is missing, and the cause. */
    public UnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
