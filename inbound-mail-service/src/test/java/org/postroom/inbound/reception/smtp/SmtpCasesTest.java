package org.postroom.inbound.reception.smtp;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in smtp-cases is a dialogue with the server; {@link Dialogue} says how to read and write one. */
class SmtpCasesTest {

    @TempDir
    Path folder;

    static Stream<Path> cases() throws IOException, URISyntaxException {
        var directory = Path.of(Objects.requireNonNull(SmtpCasesTest.class.getResource("/smtp-cases"))
                .toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsTheDialogueSays(Path script) throws Exception {
        try (var server = new RunningServer(folder)) {
            new Dialogue(server).play(script);
        }
    }
}
