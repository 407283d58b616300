package org.postroom.runtime.problem;

/** A request's field broke a rule; answered with 422 and both their names. */
public final class InvalidFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    /**
     * Names the field and the rule.
     *
     * @param field the field's path as the client wrote it, for instance {@code hiddenBcc[2]}
     * @param rule the rule in the form "expected …, but …"
     */
    public InvalidFieldException(String field, String rule) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
    }

    /** The field's path as the client wrote it. */
    public String field() {
        return field;
    }

    /** The rule that it broke. */
    public String rule() {
        return rule;
    }
}
