package org.postroom.runtime.problem;

import java.io.IOException;

/** A request's body has more octets than its path takes; answered with 413. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Takes the octets that a body there may have. */
    public BodyTooLargeException(long most) {
        super(rule(most));
    }

    /** What the answer says. */
    public static String rule(long most) {
        return "expected a body of at most " + most + " octets, but got more";
    }
}
