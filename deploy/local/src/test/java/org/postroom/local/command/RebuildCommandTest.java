package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.readmodels.ReadModelStatus;

class RebuildCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void saysWhatToDoWhereNothingRuns() {
        assertThat(run("rebuild", "--data", folder.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("./postroom up", "--database");
    }

    @Test
    void saysWhichDatabaseDoesNotAnswerWithoutItsPassword() {
        assertThat(run("rebuild", "desk", "--database", "postgresql://operator:hidden@127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("The console's database").doesNotContain("hidden");
    }

    @Test
    void showsHowFarItIs() {
        assertThat(RebuildCommand.bar(new ReadModelStatus("desk", 4, false, 50, 100)))
                .isEqualTo("desk ████████████░░░░░░░░░░░░ 50 %");
        assertThat(RebuildCommand.bar(new ReadModelStatus("desk", 4, false, 0, 0)))
                .endsWith("░ 0 %");
        assertThat(RebuildCommand.bar(new ReadModelStatus("desk", 4, false, 1, 1_000)))
                .contains("░")
                .endsWith(" 99 %");
    }

    private int run(String... arguments) {
        return Postroom.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
