package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReplayCommandTest {

    @Test
    void tellsWhereItsOptionsAreExplained() {
        var said = new StringWriter();

        assertThat(Postroom.commandLine().setOut(new PrintWriter(said)).execute("help", "replay"))
                .isZero();

        assertThat(said.toString()).contains("replay --help", "--bootstrap-servers");
    }
}
