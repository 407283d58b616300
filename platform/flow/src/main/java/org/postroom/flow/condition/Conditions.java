package org.postroom.flow.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the conditions of one definition. They are checked against the facts that there are, and what they may cost is
 * bounded before they are kept: their length, loops within loops, and the regular expressions of all of them together.
 */
public final class Conditions {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 50;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseErrorRecoveryLimit(1)
            .comprehensionMaxIterations(Cost.MOST_ROUNDS)
            .maxRegexProgramSize(Cost.LARGEST_PATTERNS)
            .build();

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_FIELD = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
    private static final int LONGEST_PROBLEM = 200;

    private final Cost cost = new Cost();

    /** Begins a definition. */
    public Conditions() {}

    /**
     * Checks a condition and makes it ready.
     *
     * @param text an expression of CEL that is true or false
     * @throws RefusedConditionException where it is none, names what is no fact, or could cost too much
     */
    public Condition compile(String text) throws RefusedConditionException {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new RefusedConditionException("expected a condition of at most " + LONGEST + " characters");
        }
        try {
            CelAbstractSyntaxTree checked = COMPILER.compile(text).getAst();
            cost.add(checked);
            return new Condition(RUNTIME.createProgram(checked));
        } catch (CelValidationException wrong) {
            throw new RefusedConditionException(inWords(wrong.getErrors().getFirst()));
        } catch (CelEvaluationException | RuntimeException wrong) {
            throw new RefusedConditionException("expected a condition, but it cannot be evaluated: " + cut(wrong));
        }
    }

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER,
                        CelStandardMacro.MAP)
                .setTypeProvider(Vocabulary.TYPES)
                .setResultType(SimpleType.BOOL);
        Vocabulary.FACTS.forEach(builder::addVar);
        return builder.build();
    }

    private static String inWords(CelIssue issue) {
        String place = issue.getSourceLocation().getLine() < 1
                ? ""
                : " in line %d, column %d"
                        .formatted(
                                issue.getSourceLocation().getLine(),
                                issue.getSourceLocation().getColumn() + 1);
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (undeclared.matches()) {
            return "expected a fact (%s) or a function of CEL, but there is none called %s%s"
                    .formatted(String.join(", ", Vocabulary.FACTS.keySet()), undeclared.group(1), place);
        }
        Matcher noField = NO_FIELD.matcher(issue.getMessage());
        if (noField.matches()) {
            return "expected a field of the fact, but there is none called " + noField.group(1) + place;
        }
        return "expected a condition of CEL that is true or false, but got%s: %s"
                .formatted(place, cut(issue.getMessage()));
    }

    private static String cut(Throwable wrong) {
        return cut(String.valueOf(wrong.getMessage()));
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_PROBLEM ? message : message.substring(0, LONGEST_PROBLEM) + "…";
    }
}
