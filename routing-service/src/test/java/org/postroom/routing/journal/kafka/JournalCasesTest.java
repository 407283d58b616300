package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals are kept for ever: what was decided upon them once is what is decided upon them now. */
class JournalCasesTest {

    static final Path FOLDER = Path.of("src/test/resources/journal-cases");

    static List<String> cases() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".journal"))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areDecidedAsTheyWereWhenTheyWereRecorded(String name) throws IOException {
        var recorded = JournalCase.read(FOLDER, name);

        assertThat(recorded.journal()).hasSizeGreaterThan(100);
        assertThat(JournalCase.decide(recorded.journal()))
                .map(JournalCase::withoutDefaults)
                .isEqualTo(recorded.events().stream()
                        .map(JournalCase::withoutDefaults)
                        .toList());
    }
}
