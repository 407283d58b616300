package org.postroom.flow;

import java.util.List;
import java.util.stream.Collectors;

/** A definition cannot be run; it says everything that is wrong with it. */
public final class InvalidDefinitionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidDefinitionException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the definition; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
