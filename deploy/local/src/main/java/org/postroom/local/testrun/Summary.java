package org.postroom.local.testrun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words for what a run of the tests came to.
 *
 * @param all the full names of all test classes that there are
 * @param results what was run of them
 */
record Summary(Set<String> all, Results results) {

    /** What was run, what was not, how it ended, and in the last lines each test that was skipped, and why. */
    List<String> lines() {
        if (results.isEmpty()) {
            return List.of("Of the tests nothing is known: none was run.");
        }
        var lines = new ArrayList<String>();
        lines.add("Test classes that were run: " + counted(results.classes()) + ".");
        Set<String> left =
                all.stream().filter(name -> !results.classes().contains(name)).collect(Collectors.toSet());
        lines.add(left.isEmpty() ? "That is every test class." : "Test classes that were not: " + counted(left) + ".");
        results.unreadable().forEach(file -> lines.add("Not counted, for its report is not whole: " + file));
        lines.add("Tests: " + results.tests() + " run, " + results.passed() + " passed, "
                + results.failed().size() + " failed, " + results.skipped().size() + " skipped.");
        named("Failed:", results.failed()).forEach(lines::add);
        named("Skipped:", results.skipped()).forEach(lines::add);
        if (results.skipped().isEmpty()) {
            lines.add("No test was skipped.");
        }
        return lines;
    }

    private static String counted(Collection<String> classes) {
        return Stream.of(Cost.NOTHING, Cost.PARTS, Cost.STACK)
                .map(cost -> cost.count(classes.stream()
                        .filter(name -> Cost.of(name).filter(cost::equals).isPresent())
                        .count()))
                .filter(words -> !words.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> named(String title, List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(title), outcomes.stream().map(outcome -> "  " + outcome));
    }
}
