package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.host.Loopback;

class StackIT {

    private static final String DNS = "dns-playground";
    private static final String MAILBOX = "mailbox-playground";

    @TempDir
    private Path folder;

    @AfterEach
    void stopWhatRuns() {
        Stack.find(StackOptions.sourceTree(), folder.resolve("data")).ifPresent(Stack::close);
    }

    @Test
    void startsPartsThatOutliveTheCommandAndAreFoundAgain() throws Exception {
        // given
        var started = Stack.start(options(Ports.free(), DNS, MAILBOX), Progress.SILENT);

        // when
        var found = Stack.find(StackOptions.sourceTree(), folder.resolve("data"));

        // then
        assertThat(found).isPresent();
        assertThat(found.get().ports()).isEqualTo(started.ports());
        assertThat(found.get().isReady(DNS)).isTrue();
        assertThat(found.get().pid(MAILBOX)).isEqualTo(started.pid(MAILBOX));
        assertThat(found.get().log(DNS)).content().contains("Ready");
    }

    @Test
    void startsAgainOnlyWhatHasEnded() throws Exception {
        // given
        var stack = Stack.start(options(Ports.free(), DNS, MAILBOX), Progress.SILENT);
        var mailbox = stack.pid(MAILBOX);
        stack.kill(DNS);
        assertThat(stack.isRunning(DNS)).isFalse();

        // when
        var again = Stack.start(options(Ports.free(), DNS, MAILBOX), Progress.SILENT);

        // then
        assertThat(again.ports()).isEqualTo(stack.ports());
        assertThat(again.isReady(DNS)).isTrue();
        assertThat(again.pid(MAILBOX)).isEqualTo(mailbox);
    }

    @Test
    void stopsAndStartsOnePart() throws Exception {
        // given
        var stack = Stack.start(options(Ports.free(), DNS), Progress.SILENT);

        // when
        stack.stop(DNS);

        // then
        assertThat(stack.isRunning(DNS)).isFalse();
        stack.start(DNS);
        assertThat(stack.isReady(DNS)).isTrue();
    }

    @Test
    void leavesNothingBehindOnceItIsStoppedAndPurged() throws Exception {
        // given
        var stack = Stack.start(options(Ports.free(), DNS), Progress.SILENT);

        // when
        stack.close();
        stack.close();
        Stack.purge(folder.resolve("data"));

        // then
        assertThat(stack.isRunning(DNS)).isFalse();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(Stack.find(StackOptions.sourceTree(), folder.resolve("data")))
                .isEmpty();
    }

    @Test
    void namesThePortThatIsInUseAndStartsNothing() throws Exception {
        var ports = Ports.free();
        try (var _ = new ServerSocket(ports.of(Port.MAILBOX_SMTP), 1, Loopback.address())) {
            assertThatThrownBy(() -> Stack.start(options(ports, DNS, MAILBOX), Progress.SILENT))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + ports.of(Port.MAILBOX_SMTP) + " for mailbox-playground is in use")
                    .hasMessageContaining("./postroom up --ports free");
        }
        assertThat(Loopback.isFree(ports.of(Port.DNS))).isTrue();
    }

    @Test
    void stopsWhatItStartedWhenAPartFails() throws Exception {
        // given
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/mailbox"), "a file where the mailbox wants a folder");
        var ports = Ports.free();

        // when
        assertThatThrownBy(() -> Stack.start(options(ports, DNS, MAILBOX), Progress.SILENT))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("mailbox-playground ended while it started")
                .hasMessageContaining("Its log ends with:");

        // then
        assertThat(Loopback.isFree(ports.of(Port.DNS))).isTrue();
        assertThat(Stack.find(StackOptions.sourceTree(), folder.resolve("data")))
                .isEmpty();
    }

    @Test
    void refusesAServiceThatIsNotBuilt() {
        var elsewhere = new StackOptions(
                folder, folder.resolve("data"), Ports.free(), List.of("routing-service"), Servers.NONE);

        assertThatThrownBy(() -> Stack.start(elsewhere, Progress.SILENT))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("routing-service is not built")
                .hasMessageContaining("./mvnw -Dquick package");
    }

    private StackOptions options(Ports ports, String... parts) {
        return new StackOptions(StackOptions.sourceTree(), folder.resolve("data"), ports, List.of(parts), Servers.NONE);
    }
}
