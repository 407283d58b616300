package org.postroom.flow.condition;

/** A condition cannot be kept; the message says what was expected and what came. */
public final class RefusedConditionException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedConditionException(String message) {
        super(message);
    }
}
