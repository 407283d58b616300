package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that are programs of routing-service. */
class LogCommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"replay", "timeline", "audit"})
    void tellsWhereItsOptionsAreExplained(String command) {
        var said = new StringWriter();

        assertThat(Postroom.commandLine().setOut(new PrintWriter(said)).execute("help", command))
                .isZero();

        assertThat(said.toString()).contains(command + " --help", "--bootstrap-servers");
    }
}
