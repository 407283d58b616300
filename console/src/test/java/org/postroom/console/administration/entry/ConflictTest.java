package org.postroom.console.administration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.console.administration.entry.Conflict.Changed.BOTH;
import static org.postroom.console.administration.entry.Conflict.Changed.ME;
import static org.postroom.console.administration.entry.Conflict.Changed.THEM;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private final Options options = new Options(source -> Map.of());
    private final Entry base = queue(1, "Support", 300, 80);
    private final Entry theirs = queue(2, "Help", 300, 90);
    private final Entry mine = queue(1, "Service", 60, 80);
    private final Conflict conflict = new Conflict(Kinds.of("queues"), base, theirs, mine);

    @Test
    void tellsWhoChangedWhat() {
        assertThat(conflict.lines(options))
                .extracting(line -> line.field().name() + " " + line.changedBy())
                .containsExactly("name " + BOTH, "alertingTimeoutSeconds " + ME, "serviceLevelPercent " + THEM);
    }

    @Test
    void putsWhatIsChosenUponWhatIsSaved() {
        Entry merged = conflict.merged(List.of("alertingTimeoutSeconds"));

        assertThat(merged).isEqualTo(queue(2, "Help", 60, 90));
    }

    @Test
    void takesListsAndTextsOfNothingForNothing() {
        var one = new Conflict(
                Kinds.of("queues"),
                base,
                base.with("memberAgentIds", List.of()),
                base.with("defaultSignatureId", null));

        assertThat(one.lines(options)).isEmpty();
    }

    private static Entry queue(long version, String name, int seconds, int percent) {
        return new Entry(
                "q1", version, Map.of("name", name, "alertingTimeoutSeconds", seconds, "serviceLevelPercent", percent));
    }
}
