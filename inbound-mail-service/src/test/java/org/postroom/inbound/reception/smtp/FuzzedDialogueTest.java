package org.postroom.inbound.reception.smtp;

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
class FuzzedDialogueTest {

    static List<Path> inputs() throws IOException, URISyntaxException {
        return FuzzCorpus.of("dialogue");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(30)
    void holdsWhatHoldsForAnyDialogue(Path input) throws Exception {
        DialogueFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }
}
