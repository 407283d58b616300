package org.postroom.mail.reading;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.testkit.FuzzCorpus;

/** What fuzzing has found stays found. */
class FuzzedMailTest {

    static List<Path> inputs() throws IOException, URISyntaxException {
        return FuzzCorpus.of("mail");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(30)
    void holdsWhatHoldsForAnyMail(Path input) throws IOException {
        MailFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }
}
