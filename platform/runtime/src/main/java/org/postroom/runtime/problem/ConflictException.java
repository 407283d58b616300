package org.postroom.runtime.problem;

/** The request is well formed, but the present state does not allow it; answered with 409. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the reason, in the form "expected …, but …". */
    public ConflictException(String reason) {
        super(reason);
    }
}
