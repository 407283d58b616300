package org.postroom.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLockTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T14:03:12Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StringWriter told = new StringWriter();
    private final Narrator narrator = new Narrator(new PrintWriter(told, true));

    @TempDir
    private Path folder;

    @Test
    void isFreeAgainOnceGivenBack() throws Exception {
        take(PATIENCE).close();

        take(PATIENCE).close();

        assertThat(told.toString()).isEmpty();
    }

    @Test
    void isNotHeldByTheFileOfAKilledDemonstration() throws Exception {
        Files.writeString(folder.resolve("demo.lock"), "since 09:00:00 as process 4711");

        take(PATIENCE).close();

        assertThat(told.toString()).isEmpty();
    }

    @Test
    void letsTheSecondWaitAndSaysSinceWhenTheFirstRuns() throws Exception {
        var first = take(PATIENCE);
        var second = CompletableFuture.supplyAsync(() -> {
            try {
                return take(PATIENCE);
            } catch (Exception refused) {
                throw new AssertionError(refused);
            }
        });
        Waiting.until(
                "the second to wait",
                PATIENCE,
                told::toString,
                text -> text.contains("Another demonstration is running, since 14:03:12"));

        first.close();

        second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
    }

    @Test
    void refusesTheSecondWhereTheFirstDoesNotEnd() throws Exception {
        try (var _ = take(PATIENCE)) {
            assertThatThrownBy(() -> take(Duration.ZERO))
                    .isInstanceOf(Obstacle.class)
                    .hasMessageContaining("Another demonstration is running, since 14:03:12 as process ");
        }
    }

    private DemoLock take(Duration patience) throws Exception {
        return DemoLock.take(folder, CLOCK, patience, narrator);
    }
}
