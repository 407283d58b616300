package org.postroom.verification.direction;

/** What a check says about a direction. */
public sealed interface Finding {

    /** All that is required was found. */
    record Proven() implements Finding {}

    /**
     * Something required is certainly not as issued.
     *
     * @param reason what, in one sentence
     */
    record Disproven(String reason) implements Finding {}

    /** It could not be found out. */
    record Undecided() implements Finding {}
}
