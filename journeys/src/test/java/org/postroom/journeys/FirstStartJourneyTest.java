package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.stack.StackOptions;

/**
 * The README's first two commands on a machine that has never seen Postroom: home, temporary folder and the store of
 * unpacked programs are empty, and nothing of the environment is passed on but where Java is.
 */
@Tag("first-start")
class FirstStartJourneyTest {

    @TempDir
    private Path machine;

    private Path data = Path.of("unset");

    @BeforeEach
    void makeTheMachine() throws IOException {
        for (var folder : List.of("home", "temporary", "programs", "place with spaces fäctory")) {
            Files.createDirectories(machine.resolve(folder));
        }
        data = machine.resolve("place with spaces fäctory").resolve("data");
    }

    @AfterEach
    void stopWhatIsLeft() throws Exception {
        postroom("down", "--purge");
    }

    @Test
    void startsShowsTheMainJobAndLeavesNothingBehind() throws Exception {
        // when
        var up = postroom("up", "--no-build", "--ports", "free");

        // then
        assertThat(up.said()).contains("Postroom is ready", "http://localhost:", "postroom logs");
        assertThat(up.exitCode()).isZero();
        assertThat(postroom("status").exitCode()).isZero();
        var demo = postroom("demo");
        assertThat(demo.said()).contains("That is the main job.");
        assertThat(demo.exitCode()).isZero();
        assertThat(postroom("down", "--purge").exitCode()).isZero();
        assertThat(processesOf(machine)).isEmpty();
        assertThat(data).doesNotExist();
        assertThat(machine.resolve("home")).isEmptyDirectory();
        assertThat(machine.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void startsOverTheRemainsOfAStartThatWasKilledWhileItUnpacked() throws Exception {
        // given
        var interrupted = builder("up", "--no-build", "--ports", "free").start();
        await().atMost(Duration.ofMinutes(2)).until(this::isUnpacking);
        interrupted.descendants().forEach(ProcessHandle::destroyForcibly);
        interrupted.destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            processesOf(machine).forEach(ProcessHandle::destroyForcibly);
            return processesOf(machine).isEmpty();
        });
        assertThat(isUnpacking()).isTrue();

        // when
        var up = postroom("up", "--no-build", "--ports", "free", "--json");

        // then
        assertThat(up.said()).contains("\"ready\":true");
        assertThat(up.exitCode()).isZero();
    }

    /** PostgreSQL's programs are the largest of what is unpacked. */
    private boolean isUnpacking() throws IOException {
        try (Stream<Path> entries = Files.list(machine.resolve("programs"))) {
            return entries.anyMatch(entry -> entry.getFileName().toString().matches("postgresql-.*\\.new"));
        }
    }

    private static List<ProcessHandle> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(folder.getFileName().toString()))
                .toList();
    }

    private record Ended(int exitCode, String said) {}

    private Ended postroom(String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile(machine, "said", ".txt");
        var process = builder(arguments).redirectOutput(output.toFile()).start();
        int exitCode = process.waitFor();
        return new Ended(exitCode, Files.readString(output));
    }

    private ProcessBuilder builder(String... arguments) {
        var project = StackOptions.sourceTree();
        var command = Stream.concat(
                        Stream.of(project.resolve("postroom").toString()),
                        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString())))
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().put("TMPDIR", machine.resolve("temporary").toString());
        builder.environment()
                .put("POSTROOM_PROGRAMS", machine.resolve("programs").toString());
        return builder;
    }
}
