package org.postroom.console.message.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three views of one mail of 40 MB at the same time, in a heap as the console has it on one machine. */
class MemoryOfViewsTest {

    @TempDir
    Path folder;

    @Test
    void threeViewsOfOneMailOf40MbFitIntoTheConsolesHeap() throws IOException, InterruptedException {
        Process console = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx224m",
                        "-Xmn24m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyViews.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(console.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(console.exitValue()).as(said).isZero();
        assertThat(said).contains("shown ").contains("beside ");
    }
}
