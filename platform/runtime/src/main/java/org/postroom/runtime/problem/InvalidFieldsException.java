package org.postroom.runtime.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Several fields of a request broke a rule each; answered with 422 and all of them, so that none is found only later. */
public final class InvalidFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** Takes what was refused, in the order of the fields; at least one. */
    public InvalidFieldsException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    /** What was refused, in the order of the fields. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /**
     * One refused field.
     *
     * @param field the field's path as the client wrote it, for instance {@code hiddenBcc[2]}
     * @param rule the rule in the form "expected …, but …"
     */
    public record Refusal(String field, String rule) {

        @Override
        public String toString() {
            return field + ": " + rule;
        }
    }
}
