package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostroomTest {

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void saysThatNothingRunsAndHowToStart() {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(3);
        assertThat(said.toString()).isEqualToIgnoringNewLines("Postroom is not running. Start it with ./postroom up");
    }

    @Test
    void stopsWhatIsStoppedAlreadyAndRemovesItsData() {
        assertThat(run("down", "--purge", "--data", folder.resolve("data").toString()))
                .isZero();
        assertThat(said.toString()).contains("Postroom is not running.", "is removed");
    }

    @Test
    void removesEveryFileOfTheData() throws Exception {
        var data = Files.createDirectories(folder.resolve("data/kafka/logs"));
        Files.writeString(data.resolve("segment"), "records");

        run("down", "--purge", "--data", folder.resolve("data").toString());

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void explainsAWrongOptionInOneSentence() {
        assertThat(run("up", "--ports", "somewhere", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("Expected --ports default, free, or a number up to 40000");
    }

    @Test
    void explainsHowToTest() {
        assertThat(run("test", "--help")).isZero();
        assertThat(said.toString()).contains("./postroom test [--quick] [ARGUMENT...]", "was skipped, and why");
    }

    private int run(String... arguments) {
        var writer = new PrintWriter(said, true);
        return Postroom.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
