package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandTest {

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void saysThatPostroomMustRun() {
        assertThat(run("dead-letters", "list", "--data", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("Postroom is not running. Start it with ./postroom up");
    }

    @Test
    void givesNothingUpWithoutAReason() {
        assertThat(run("dead-letters", "discard", "outbound/1")).isEqualTo(2);
        assertThat(said.toString()).contains("--reason");
    }

    @Test
    void saysWhichDatabaseCannotBeReached() {
        assertThat(run("dead-letters", "list", "--database", "postgresql://operator:hidden@127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("The database domain cannot be asked")
                .doesNotContain("hidden");
    }

    private int run(String... arguments) {
        var writer = new PrintWriter(said, true);
        return Postroom.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
