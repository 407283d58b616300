package org.postroom.runtime.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

/**
 * Fields of a request are right in themselves, but this user may not do what they ask for; answered with 403 and all of
 * them.
 */
public final class ForbiddenFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** Takes what was refused, in the order of the fields; at least one. */
    public ForbiddenFieldsException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    /** What was refused, in the order of the fields. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
