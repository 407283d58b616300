package org.postroom.console.administration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void marksWhatWasAddedAndRemoved() {
        assertThat(shown(LineDiff.between("a\nb\nc", "a\nx\nc\nd"))).containsExactly("  a", "- b", "+ x", "  c", "+ d");
    }

    @Test
    void leavesOutWhatIsFarFromAnyDifference() {
        String older = IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        assertThat(shown(LineDiff.between(older, older.replace("\n10\n", "\nten\n"))))
                .containsExactly("… ", "  7", "  8", "  9", "- 10", "+ ten", "  11", "  12", "  13", "… ");
    }

    @Test
    void showsTextsThatAreTheSameAsNothingButAGap() {
        assertThat(shown(LineDiff.between("a\nb", "a\nb"))).containsExactly("… ");
        assertThat(LineDiff.between("", "")).isEmpty();
    }

    private static List<String> shown(List<LineDiff.Line> lines) {
        return lines.stream().map(line -> line.mark() + line.text()).toList();
    }
}
