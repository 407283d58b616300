package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.reparse.Difference;
import org.postroom.local.reparse.ReparseStatus;

class ReparseCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void saysWhatToDoWhereNothingRuns() {
        assertThat(run("reparse", "--data", folder.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("./postroom up", "--database");
    }

    @Test
    void saysWhichDatabaseDoesNotAnswerWithoutItsPassword() {
        assertThat(run("reparse", "--database", "postgresql://operator:hidden@127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("The console's database").doesNotContain("hidden");
    }

    @Test
    void showsHowFarItIsAndWhatCameOfIt() {
        assertThat(ReparseCommand.bar(new ReparseStatus(false, 100, 50, 1, 0)))
                .isEqualTo("████████████░░░░░░░░░░░░ 50 of 100 mails");
        assertThat(ReparseCommand.bar(new ReparseStatus(false, 0, 0, 0, 0))).contains("0 of 0");
        assertThat(ReparseCommand.summary(new ReparseStatus(true, 1, 1, 0, 0)))
                .isEqualTo("1 mail was read again, none of them otherwise than before.");
        assertThat(ReparseCommand.summary(new ReparseStatus(true, 9, 9, 2, 1)))
                .isEqualTo("9 mails were read again, 2 of them otherwise than before."
                        + " The originals of 1 could not be read; the console's log says why.");
    }

    @Test
    void letsNoMailWriteOnTheTerminal() {
        String line = ReparseCommand.line(
                new Difference("acme", "m1", "subject", "\u001b[2Jgone\r\n\u202eabc", "x".repeat(500)));

        assertThat(line).startsWith("acme/m1  subject: “ [2Jgone abc” → “xxx").endsWith("x…”");
        assertThat(line).hasSizeLessThan(200);
        assertThat(ReparseCommand.line(new Difference("acme", "m1", "cc", "", "a@b.test")))
                .endsWith("cc: nothing → “a@b.test”");
        assertThat(ReparseCommand.line(new Difference("acme", "m1", "text", "", "")))
                .isEqualTo("acme/m1  text");
    }

    private int run(String... arguments) {
        return Postroom.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
