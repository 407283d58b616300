package org.postroom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.local.stack.StackOptions;

/** The build that {@code ./postroom up} makes on a bare machine leaves all tests out, and so must find all without them. */
class BuildTest {

    @Test
    void needsTheTestsOfNoModule() throws IOException {
        var descriptions = descriptions();

        assertThat(descriptions).hasSizeGreaterThan(10);
        assertThat(descriptions)
                .allSatisfy(description -> assertThat(Files.readString(description))
                        .as(description.toString())
                        .doesNotContain("test-jar"));
    }

    private static List<Path> descriptions() throws IOException {
        try (var files = Files.find(
                StackOptions.sourceTree(),
                3,
                (file, _) -> file.getFileName().toString().equals("pom.xml"))) {
            return files.toList();
        }
    }
}
