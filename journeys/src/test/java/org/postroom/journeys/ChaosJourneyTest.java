package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postroom.local.stack.StackOptions;

/** Two minutes of what {@code docs/reliability.md} tells of an hour, on a stack that the command starts by itself. */
class ChaosJourneyTest {

    private static final Pattern ACCEPTED = Pattern.compile("mails accepted +([0-9,]+)");

    @Test
    void losesAndDoublesNothingWhileEverythingBreaks() throws Exception {
        var project = StackOptions.sourceTree();
        var process = new ProcessBuilder(project.resolve("postroom").toString(), "chaos", "--minutes", "2")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        var accepted = ACCEPTED.matcher(said);
        assertThat(accepted.find()).as(said).isTrue();
        assertThat(Integer.parseInt(accepted.group(1).replace(",", ""))).isGreaterThan(100);
        assertThat(said).contains("Every promise was kept.");
    }
}
