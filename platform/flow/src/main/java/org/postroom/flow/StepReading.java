package org.postroom.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.condition.Condition;
import org.postroom.flow.condition.Conditions;
import org.postroom.flow.condition.RefusedConditionException;

/** Reads one step after the other. */
final class StepReading {

    private static final String NAME = "name";
    private static final String WHEN = "when";
    private static final String TRANSFER = "transfer";
    private static final String DISCONNECT = "disconnect";
    private static final String CALL = "call";
    private static final List<String> ENDINGS = List.of(TRANSFER, DISCONNECT, CALL);
    private static final Set<String> KNOWN =
            Set.copyOf(Stream.of(ENDINGS.stream(), ChangesReading.KEYS.stream(), Stream.of(NAME, WHEN))
                    .flatMap(keys -> keys)
                    .toList());

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 200;

    private final Problems problems;
    private final MeantNames names;
    private final Conditions conditions;
    private final ChangesReading changes;

    StepReading(Problems problems, MeantNames names, Conditions conditions) {
        this.problems = problems;
        this.names = names;
        this.conditions = conditions;
        this.changes = new ChangesReading(problems, names);
    }

    /** Reads a step; null where it is none, after that was noted. */
    @Nullable
    Step read(String path, int number, @Nullable Object given) {
        if (!(given instanceof Map<?, ?> anything)) {
            problems.add(path, "expected a step, which is a mapping, but it is none");
            return null;
        }
        @SuppressWarnings("unchecked") // the keys of a document that was read are texts
        Map<String, @Nullable Object> step = (Map<String, @Nullable Object>) anything;
        problems.aboutUnknown(path, step, KNOWN);
        String name = step.containsKey(NAME) ? text(path + ".name", step.get(NAME), LONGEST_NAME) : null;
        Condition condition = step.containsKey(WHEN) ? condition(path + ".when", step.get(WHEN)) : null;
        StepChanges changed = changes.read(path, step);
        Ending ending = ending(path, step);
        if (changed.isNone() && step.keySet().stream().noneMatch(key -> !key.equals(NAME) && !key.equals(WHEN))) {
            problems.add(path, "expected a step that does something, but it does nothing");
        }
        return new Step(number, name, condition, changed, ending);
    }

    private @Nullable Condition condition(String path, @Nullable Object given) {
        if (!(given instanceof String || given instanceof Boolean)) {
            problems.add(path, "expected a condition, a text, but it is none");
            return null;
        }
        try {
            return conditions.compile(String.valueOf(given));
        } catch (RefusedConditionException refused) {
            problems.add(path, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    private @Nullable Ending ending(String path, Map<String, @Nullable Object> step) {
        List<String> given = ENDINGS.stream().filter(step::containsKey).toList();
        if (given.size() > 1) {
            problems.add(
                    path,
                    "expected one of %s, but got %s"
                            .formatted(String.join(", ", ENDINGS), String.join(" and ", given)));
            return null;
        }
        if (given.isEmpty()) {
            return null;
        }
        String key = given.getFirst();
        String at = path + "." + key;
        Object value = step.get(key);
        return switch (key) {
            case TRANSFER -> made(names.idOf(at, NamedKind.QUEUE, value), Ending.Transfer::new);
            case CALL -> made(names.idOf(at, NamedKind.FLOW, value), Ending.Call::new);
            default -> made(text(at, value, LONGEST_REASON), Ending.Disconnect::new);
        };
    }

    private static @Nullable Ending made(@Nullable String from, Function<String, Ending> ending) {
        return from == null ? null : ending.apply(from);
    }

    private @Nullable String text(String path, @Nullable Object given, int longest) {
        if (given instanceof String text && !text.isBlank() && text.strip().length() <= longest) {
            return text.strip();
        }
        problems.add(path, "expected a text of 1 to " + longest + " characters, but it is none");
        return null;
    }

    List<Mention> mentions() {
        return names.mentions();
    }
}
