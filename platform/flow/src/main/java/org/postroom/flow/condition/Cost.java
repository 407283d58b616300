package org.postroom.flow.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExprVisitor;

/**
 * Holds the conditions of a definition to what they may cost. A condition has no loop but over a list of the mail, of which
 * a hundred elements count; a loop within a loop would multiply that, and a regular expression costs as much for each
 * character as its program has instructions (RE2 never goes back). So the first is refused, and the programs of all
 * conditions together are bounded.
 */
final class Cost {

    /** The most rounds of all loops of one condition. */
    static final int MOST_ROUNDS = 2_000;

    /** The most instructions of the regular expressions of a definition, together. */
    static final int LARGEST_PATTERNS = 2_000;

    private int patterns;

    /**
     * Adds a condition.
     *
     * @throws RefusedConditionException where it may cost too much, or a regular expression of it is none
     */
    void add(CelAbstractSyntaxTree condition) throws RefusedConditionException {
        var finding = new Finding();
        finding.visit(condition);
        if (!finding.problem.isEmpty()) {
            throw new RefusedConditionException(finding.problem);
        }
        patterns += finding.instructions;
        if (patterns > LARGEST_PATTERNS) {
            throw new RefusedConditionException(
                    "expected regular expressions of at most %d instructions in all conditions together, but got more"
                            .formatted(LARGEST_PATTERNS));
        }
    }

    /** What one condition has. */
    private static final class Finding extends CelExprVisitor {

        private static final String MATCHES = "matches";

        private String problem = "";
        private int instructions;
        private int depth;

        @Override
        protected void visit(CelExpr expression, CelComprehension loop) {
            visit(loop.iterRange());
            if (depth > 0) {
                problem = "expected no loop (all, exists, filter, map) within a loop, but there is one";
            }
            depth++;
            visit(loop.accuInit());
            visit(loop.loopCondition());
            visit(loop.loopStep());
            visit(loop.result());
            depth--;
        }

        @Override
        protected void visit(CelExpr expression, CelCall call) {
            if (call.function().equals(MATCHES)) {
                regularExpression(call.args().getLast());
            }
            super.visit(expression, call);
        }

        private void regularExpression(CelExpr argument) {
            if (argument.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT
                    || argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
                problem = "expected a regular expression that is written out in the condition, but it is made there";
                return;
            }
            try {
                instructions +=
                        Pattern.compile(argument.constant().stringValue()).programSize();
            } catch (PatternSyntaxException wrong) {
                problem = "expected a regular expression of RE2, but " + wrong.getDescription() + ": "
                        + wrong.getPattern();
            }
        }
    }
}
