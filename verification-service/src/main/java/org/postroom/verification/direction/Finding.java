package org.postroom.verification.direction;

/** What a check says about a direction. */
public sealed interface Finding {

    /**
     * All that is required was found.
     *
     * @param ofName true where that includes a proof that the name is the organisation's; false where a redirect or the
     *     organisation's own server is all that it needs
     */
    record Proven(boolean ofName) implements Finding {}

    /**
     * Something required is certainly not as issued.
     *
     * @param reason what, in one sentence
     */
    record Disproven(String reason) implements Finding {}

    /** It could not be found out. */
    record Undecided() implements Finding {}
}
