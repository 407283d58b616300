package org.postroom.runtime.deadletter;

/** So much is set aside that the records cannot be the reason: the listener waits until somebody has looked. */
final class SetAsideFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetAsideFullException(long most) {
        super("expected at most %d records to be set aside, but there are as many".formatted(most));
    }
}
