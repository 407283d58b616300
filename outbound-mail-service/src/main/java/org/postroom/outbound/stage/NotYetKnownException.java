package org.postroom.outbound.stage;

/** A fact that another event brings is not here yet; whoever asked tries again. */
public final class NotYetKnownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes what is missing, in the form "expected …, but …". */
    public NotYetKnownException(String reason) {
        super(reason);
    }
}
