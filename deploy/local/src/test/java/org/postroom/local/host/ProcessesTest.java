package org.postroom.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ProcessesTest {

    @Test
    void findsARunningProcessOfThatStartAndNoOther() {
        var self = ProcessHandle.current();

        assertThat(Processes.find(self.pid(), Processes.startOf(self))).contains(self);
        assertThat(Processes.find(self.pid(), Processes.startOf(self).minusSeconds(1)))
                .isEmpty();
    }

    @Test
    @EnabledIf("hasProc")
    void takesNoZombieForARunningProcess() throws Exception {
        // given: a child that ends once its parent has become a program that never asks how
        var waiting = "sh -c 'until grep -q sleep /proc/$PPID/comm; do :; done' & echo $!; exec sleep 60";
        var parent = new ProcessBuilder("/bin/sh", "-c", waiting)
                .redirectErrorStream(true)
                .start();
        try (var said = parent.inputReader()) {
            long child = Long.parseLong(said.readLine());

            // when
            await().atMost(Duration.ofSeconds(30)).until(() -> isZombie(child));

            // then
            assertThat(ProcessHandle.of(child).map(Processes::isRunning).orElse(false))
                    .isFalse();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    static boolean hasProc() {
        return Files.exists(Path.of("/proc/self/stat"));
    }

    private static boolean isZombie(long pid) throws Exception {
        return Files.readString(Path.of("/proc/" + pid + "/status")).contains("State:\tZ");
    }
}
