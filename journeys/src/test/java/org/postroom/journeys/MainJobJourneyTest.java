package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.postroom.local.demo.Demo;

class MainJobJourneyTest {

    @Test
    void takesAMailInRoutesItAnswersItAndSendsTheAnswer() throws Exception {
        var told = new StringWriter();

        Demo.run(RunningStack.addresses(), new PrintWriter(told, true));

        assertThat(told.toString())
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
    void canBeDoneAgain() throws Exception {
        Demo.run(RunningStack.addresses(), new PrintWriter(new StringWriter(), true));

        var told = new StringWriter();
        Demo.run(RunningStack.addresses(), new PrintWriter(told, true));

        assertThat(told.toString()).contains("It is there already, from an earlier run.", "ReplySent");
    }
}
