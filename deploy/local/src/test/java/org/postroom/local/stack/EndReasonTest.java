package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndReasonTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheSignal() throws Exception {
        assertThat(reason(137, "working")).contains("was killed (signal 9)");
        assertThat(reason(143, "working")).contains("somebody asked it to end (signal 15)");
        assertThat(reason(134, "working")).isEqualTo("it was ended by signal 6");
    }

    @Test
    void namesTheLackOfMemoryBeforeAllElse() throws Exception {
        assertThat(reason(3, "Terminating due to java.lang.OutOfMemoryError: Java heap space"))
                .startsWith("it ran out of memory");
    }

    @Test
    void quotesTheLastError() throws Exception {
        var line =
                "{\"@timestamp\":\"2026-11-27T13:00:00Z\",\"log\":{\"level\":\"ERROR\"},\"message\":\"Application run failed\"}";

        assertThat(reason(1, line)).isEqualTo("Application run failed");
    }

    @Test
    void admitsWhatItDoesNotKnow() throws Exception {
        assertThat(reason(1, "working")).isEqualTo("it ended by itself, with code 1");
        assertThat(EndReason.of(OptionalInt.empty(), process("working"))).isEqualTo("it ended; its log may say why");
    }

    private String reason(int exitCode, String printed) throws IOException {
        return EndReason.of(OptionalInt.of(exitCode), process(printed));
    }

    private PartProcess process(String printed) throws IOException {
        var log = Files.writeString(folder.resolve("part.log"), printed + "\n");
        return new PartProcess("part", 1, Instant.EPOCH, log, 0, Optional.empty());
    }
}
