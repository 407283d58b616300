package org.postroom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.condition.Conditions;
import org.postroom.flow.yaml.YamlDocument;

/** One reading of a definition, which goes on after what is wrong, so that all of it is told at once. */
final class DefinitionReading {

    /** The most steps of a definition. */
    static final int MOST_STEPS = 100;

    private static final int MOST_PROBLEMS = 50;
    private static final String STEPS = "steps";

    private final Problems problems = new Problems();
    private final StepReading steps;

    DefinitionReading(Names names) {
        steps = new StepReading(problems, new MeantNames(names, problems), new Conditions());
    }

    RunnableFlow read(String text) {
        List<Step> read = steps(document(text));
        if (!problems.all().isEmpty()) {
            throw new InvalidDefinitionException(
                    problems.all().stream().limit(MOST_PROBLEMS).toList());
        }
        return new RunnableFlow(read, steps.mentions());
    }

    private static Map<String, @Nullable Object> document(String text) {
        try {
            return YamlDocument.parse(text);
        } catch (IllegalArgumentException noYaml) {
            throw new InvalidDefinitionException(List.of(new Problem("", String.valueOf(noYaml.getMessage()))));
        }
    }

    private List<Step> steps(Map<String, @Nullable Object> root) {
        problems.aboutUnknown("", root, Set.of(STEPS));
        if (!(root.get(STEPS) instanceof List<?> all)) {
            problems.add(STEPS, "expected the steps of the flow, a list, but there is none");
            return List.of();
        }
        if (all.size() > MOST_STEPS) {
            problems.add(STEPS, "expected at most " + MOST_STEPS + " steps, but got " + all.size());
            return List.of();
        }
        List<Step> read = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            Step step = steps.read(STEPS + "[" + index + "]", index + 1, all.get(index));
            if (step != null) {
                read.add(step);
            }
        }
        return read;
    }
}
