package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path folder;

    @Test
    void saysThatPostroomMustRun() {
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);

        int exitCode =
                Postroom.commandLine().setOut(writer).setErr(writer).execute("demo", "--data", folder.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("Postroom is not running. Start it with ./postroom up");
    }
}
