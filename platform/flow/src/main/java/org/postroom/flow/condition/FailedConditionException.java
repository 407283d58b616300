package org.postroom.flow.condition;

/** A condition has no answer for a mail, for instance since it divides by zero; the message says why. */
public final class FailedConditionException extends Exception {

    private static final long serialVersionUID = 1L;

    FailedConditionException(String message, Throwable cause) {
        super(message, cause);
    }
}
