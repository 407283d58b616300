package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.demo.Demo;

class MainJobJourneyTest {

    @TempDir
    private Path folder;

    @Test
    void takesAMailInRoutesItAnswersItAndSendsTheAnswer() throws Exception {
        assertThat(tell())
                .containsSubsequence(
                        "EmailReceived",
                        "InteractionQueued",
                        "InteractionOffered",
                        "InteractionAccepted",
                        "ReplyRequested",
                        "ReplyComposed",
                        "ReplySent",
                        "InteractionSegmentEnded",
                        "InteractionClosed",
                        "DKIM signature valid with the key at",
                        "The hidden BCC",
                        "lands in the same conversation");
    }

    @Test
    void canBeDoneAgainAndAgain() throws Exception {
        tell();

        assertThat(tell()).contains("It is there already, from an earlier run.", "That is the main job.");
        assertThat(tell()).contains("It is there already, from an earlier run.", "That is the main job.");
    }

    private String tell() throws Exception {
        var told = new StringWriter();
        Demo.run(RunningStack.addresses(), folder, new PrintWriter(told, true));
        return told.toString();
    }
}
