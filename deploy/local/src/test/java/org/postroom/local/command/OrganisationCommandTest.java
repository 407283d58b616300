package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationCommandTest {

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void saysThatPostroomMustRun() {
        assertThat(run("organisation", "list", "--data", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("Postroom is not running. Start it with ./postroom up");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("organisation", "create", "acme")).isEqualTo(2);
        assertThat(said.toString()).contains("--name");
        assertThat(run("organisation", "suspend", "acme")).isEqualTo(2);
        assertThat(said.toString()).contains("--reason");
    }

    @Test
    void explainsItself() {
        run("organisation", "--help");
        assertThat(said.toString()).contains("list", "create", "change", "suspend", "resume", "remove");
    }

    private int run(String... arguments) {
        var writer = new PrintWriter(said, true);
        return Postroom.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
