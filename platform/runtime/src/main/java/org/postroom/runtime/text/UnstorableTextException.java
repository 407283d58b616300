package org.postroom.runtime.text;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text in a request's JSON could not be stored; answered with 422 and its place. */
public final class UnstorableTextException extends MismatchedInputException {

    /** The rule that it breaks. */
    public static final String RULE = "expected no character U+0000 and no half character, but got one";

    private static final long serialVersionUID = 1L;

    UnstorableTextException(JsonParser parser) {
        super(parser, RULE, String.class);
    }
}
