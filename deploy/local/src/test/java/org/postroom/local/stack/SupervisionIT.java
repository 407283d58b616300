package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.command.Postroom;

/** A stack of two small parts with its supervisor, each a process, as {@code ./postroom up} makes them. */
class SupervisionIT {

    private static final String DNS = "dns-playground";
    private static final String MAILBOX = "mailbox-playground";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private StackOptions options = StackOptions.of(Path.of("unset"), Ports.free());
    private Supervisor supervisor = new Supervisor(Path.of("unset"));

    @BeforeEach
    void choose() {
        var data = folder.resolve("data");
        options = new StackOptions(StackOptions.sourceTree(), data, Ports.free(), List.of(DNS, MAILBOX), Servers.NONE);
        supervisor = new Supervisor(data);
    }

    @AfterEach
    void stopWhatRuns() throws Exception {
        supervisor.stop();
        Stack.find(StackOptions.sourceTree(), options.data()).ifPresent(Stack::close);
    }

    @Test
    void startsAgainWhatIsKilledAndTellsWhy() throws Exception {
        // given
        var stack = up();
        long before = stack.pid(DNS).orElseThrow();
        assertThat(found().history(DNS).orElseThrow().restarts()).isZero();

        // when
        stack.kill(DNS);

        // then
        await().atMost(PATIENCE).until(() -> found().isReady(DNS));
        assertThat(found().pid(DNS).orElseThrow()).isNotEqualTo(before);
        var history = found().history(DNS).orElseThrow();
        assertThat(history.restarts()).isEqualTo(1);
        assertThat(history.lastEnd()).hasValueSatisfying(why -> assertThat(why).contains("was killed (signal 9)"));
        assertThat(found().history(MAILBOX).orElseThrow().restarts()).isZero();
    }

    @Test
    void startsTheRestOfAStackWhoseSupervisorIsGoneAndWatchesAllOfIt() throws Exception {
        // given
        var stack = up();
        var watching = supervisor.process().orElseThrow();
        watching.destroyForcibly();
        watching.onExit().join();
        stack.kill(DNS);
        long mailbox = stack.pid(MAILBOX).orElseThrow();

        // when
        var again = up();

        // then
        assertThat(again.isReady(DNS)).isTrue();
        assertThat(again.pid(MAILBOX)).hasValue(mailbox);
        again.kill(MAILBOX);
        await().atMost(PATIENCE).until(() -> found().isReady(MAILBOX));
    }

    @Test
    void startsAgainWhatIsFrozenWhenAskedToBeUp() throws Exception {
        // given
        var stack = up();
        long frozen = stack.pid(DNS).orElseThrow();
        new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + frozen).start().waitFor();
        await().atMost(PATIENCE).until(() -> !stack.isReady(DNS));
        assertThat(stack.isRunning(DNS)).isTrue();

        // when
        var again = up();

        // then
        assertThat(again.isReady(DNS)).isTrue();
        assertThat(again.pid(DNS).orElseThrow()).isNotEqualTo(frozen);
    }

    @Test
    void waitsForAStartThatIsUnderWayInsteadOfBeginningASecondOne() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(this::up);
            await().atMost(PATIENCE).until(() -> supervisor.process().isPresent());
            var second = threads.submit(this::up);

            assertThat(second.get().pid(DNS)).isEqualTo(first.get().pid(DNS));
        }
    }

    @Test
    void stopsWhatItHasBegunWhenTheCommandIsBrokenOff() throws Exception {
        // given
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Postroom.class.getName(),
                        "up",
                        "--only",
                        DNS + "," + MAILBOX,
                        "--ports",
                        "free",
                        "--data",
                        options.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(PATIENCE).until(() -> supervisor.process().isPresent());
        var watching = supervisor.process().orElseThrow();

        // when
        command.destroy();
        command.waitFor();

        // then
        assertThat(watching.isAlive()).isFalse();
        assertThat(Stack.find(StackOptions.sourceTree(), options.data()))
                .satisfiesAnyOf(
                        left -> assertThat(left).isEmpty(),
                        left -> assertThat(left.orElseThrow().isRunning(DNS)).isFalse());
    }

    @Test
    void startsAnewWhereWhatIsNotedOfItIsDamaged() throws Exception {
        // given
        up();
        supervisor.stop();
        Files.writeString(options.data().resolve("stack.json"), "{\"startedAt\": ");
        Files.writeString(options.data().resolve("supervisor.pid"), "");
        Files.writeString(options.data().resolve("start.json"), "");

        // when
        var again = up();

        // then
        assertThat(again.isReady(DNS)).isTrue();
    }

    @Test
    void startsAnewWhatIsBeingStopped() throws Exception {
        // given
        long before = up().pid(DNS).orElseThrow();
        supervisor.process().orElseThrow().destroy();
        await().atMost(PATIENCE)
                .until(() -> !Stack.find(StackOptions.sourceTree(), options.data())
                        .map(Stack::isUp)
                        .orElse(false));

        // when
        var again = up();

        // then
        assertThat(again.isReady(DNS)).isTrue();
        assertThat(again.pid(DNS).orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void leavesNothingRunningOnceItIsStopped() throws Exception {
        var stack = up();
        var watching = supervisor.process().orElseThrow();

        assertThat(supervisor.stop()).isTrue();

        assertThat(watching.isAlive()).isFalse();
        assertThat(stack.isRunning(DNS)).isFalse();
        assertThat(stack.isRunning(MAILBOX)).isFalse();
        assertThat(Stack.find(StackOptions.sourceTree(), options.data())).isEmpty();
    }

    private Stack up() throws InterruptedException {
        var program = List.of(
                Postroom.class.getName(), "supervise", "--data", options.data().toString());
        return new StackStart(options, program).await(Progress.SILENT);
    }

    private Stack found() {
        return Stack.find(StackOptions.sourceTree(), options.data()).orElseThrow();
    }
}
