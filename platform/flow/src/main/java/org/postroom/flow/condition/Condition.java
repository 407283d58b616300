package org.postroom.flow.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A condition that was checked. The same mail always gives the same answer. Safe for use by several threads. */
public final class Condition {

    private static final int LONGEST_REASON = 200;

    private final CelRuntime.Program program;

    Condition(CelRuntime.Program program) {
        this.program = program;
    }

    /**
     * Tells whether it holds for a mail.
     *
     * @throws FailedConditionException where there is no answer
     */
    public boolean holds(ConditionFacts facts) throws FailedConditionException {
        try {
            return Boolean.TRUE.equals(program.eval(facts.byName()));
        } catch (CelEvaluationException | RuntimeException failed) {
            String reason = String.valueOf(failed.getMessage()).replaceFirst("^evaluation error[^:]*: ", "");
            throw new FailedConditionException(reason.substring(0, Math.min(LONGEST_REASON, reason.length())), failed);
        }
    }
}
