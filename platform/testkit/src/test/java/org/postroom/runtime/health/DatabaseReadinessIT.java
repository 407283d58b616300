package org.postroom.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.database.LocalDatabase;
import org.postroom.local.stack.StackOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class DatabaseReadinessIT {

    private static final Duration SOON = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // it is stopped while it is used
    void saysWithinSecondsThatTheDatabaseIsGoneAndThatItIsBack() throws Exception {
        List<Long> others = children();
        try (var database = LocalDatabase.start(
                        StackOptions.programs(StackOptions.sourceTree()), folder.resolve("data"), 0);
                var pool = pool(database)) {
            var readiness = new DatabaseReadiness(pool);
            ProcessHandle server = server(others);
            Awaitility.await().until(() -> inTime(readiness).equals(Status.UP));

            try {
                signal("STOP", server);
                for (int probe = 0; probe < 3; probe++) {
                    assertThat(inTime(readiness)).isEqualTo(Status.DOWN);
                }
            } finally {
                signal("CONT", server);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> inTime(readiness).equals(Status.UP));

            database.close();
            for (int probe = 0; probe < 3; probe++) {
                assertThat(inTime(readiness)).isEqualTo(Status.DOWN);
            }
        }
    }

    private static Status inTime(DatabaseReadiness readiness) {
        long begun = System.nanoTime();
        Health health = readiness.health();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        return health.getStatus();
    }

    private static HikariDataSource pool(LocalDatabase database) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.jdbcUrl(LocalDatabase.USER));
        settings.setUsername(LocalDatabase.USER);
        settings.setMaximumPoolSize(2);
        return new HikariDataSource(settings);
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }

    private static ProcessHandle server(List<Long> others) {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child.pid()))
                .findFirst()
                .orElseThrow();
    }

    /** The server first, so that it starts no further process for a connection while the present ones are signalled. */
    private static void signal(String signal, ProcessHandle server) throws Exception {
        signalOne(signal, server);
        for (ProcessHandle process : server.descendants().toList()) {
            signalOne(signal, process);
        }
    }

    private static void signalOne(String signal, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
