package org.postroom.mail.reading;

import org.apache.james.mime4j.MimeException;

/** Ends the parser at a limit. */
final class BeyondLimitException extends MimeException {

    private static final long serialVersionUID = 1L;

    private final Flaw.Kind kind;

    BeyondLimitException(Flaw.Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    Flaw.Kind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
