package org.postroom.local.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.local.Pages;
import org.postroom.local.stack.StackOptions;

/** Each attack that the threat model says is tried, is tried by a test that exists. */
class ThreatModelTest {

    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+(?:Test|IT))`");
    private static final Set<String> TESTS = tests();

    static Stream<String> named() {
        return Pages.lines("docs/threat-model.md").stream()
                .flatMap(line -> TEST.matcher(line).results())
                .map(found -> found.group(1))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void isBackedByATest(String name) {
        assertThat(TESTS).contains(name);
    }

    private static Set<String> tests() {
        try (var files = Files.walk(StackOptions.sourceTree())) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/test/") && file.endsWith(".java"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
