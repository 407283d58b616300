package org.postroom.local.stack;

/** The stack cannot do what was asked. The message is for people: it names the cause and the cure. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message for people. */
    public StackException(String message) {
        super(message);
    }

    /** Makes an exception with a message for people and what led to it. */
    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
