package org.postroom.inbound.authenticity.spf;

import org.postroom.inbound.authenticity.evidence.Result;

/** Ends an evaluation with an error (RFC 7208, sections 2.6.6 and 2.6.7). */
final class SpfErrorException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Result result;

    private SpfErrorException(Result result, String sentence) {
        super(sentence, null, false, false);
        this.result = result;
    }

    /** The record cannot be understood, or asks too much. */
    static SpfErrorException permanent(String sentence) {
        return new SpfErrorException(Result.PERMERROR, sentence);
    }

    /** DNS could not be asked. */
    static SpfErrorException temporary() {
        return new SpfErrorException(Result.TEMPERROR, "The name servers of the domain did not answer.");
    }

    SpfVerdict verdict() {
        return SpfVerdict.of(result, String.valueOf(getMessage()));
    }
}
