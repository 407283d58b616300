package org.postroom.local.deadletters;

/** A place of dead letters cannot be reached; the message says which and what to check. */
public final class LettersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LettersException(String message, Throwable cause) {
        super(message, cause);
    }
}
