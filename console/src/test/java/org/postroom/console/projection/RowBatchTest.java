package org.postroom.console.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.console.projection.RowBatch.Shape;

class RowBatchTest {

    private static final Shape NAME = new Shape("skill", List.of("organisation_id", "skill_id"), List.of("name"));

    private final RowBatch batch = new RowBatch();

    @Test
    void writesARowOnceWithTheNewestOfEachColumn() {
        batch.add(skill("s1").with("name", "old").with("colour", "red").put());
        batch.add(skill("s1").with("name", "new").put());

        assertThat(batch.puts())
                .hasSize(1)
                .containsEntry(
                        new Shape("skill", NAME.key(), List.of("name", "colour")),
                        List.of(row("acme", "s1", "new", "red")));
        assertThat(batch.removals()).isEmpty();
    }

    @Test
    void keepsNothingOfARowThatWasRemovedAndCameBack() {
        batch.add(skill("s1").with("colour", "red").put());
        batch.add(skill("s1").remove());
        batch.add(skill("s1").with("name", "again").put());

        assertThat(batch.removals())
                .containsEntry(new Shape("skill", NAME.key(), List.of()), List.of(row("acme", "s1")));
        assertThat(batch.puts()).containsOnlyKeys(NAME);
    }

    @Test
    void putsNothingOfARowThatIsGoneInTheEnd() {
        batch.add(skill("s1").with("name", "short-lived").put());
        batch.add(skill("s1").remove());

        assertThat(batch.puts()).isEmpty();
        assertThat(batch.removals()).hasSize(1);
    }

    @Test
    void forgetsAnOrganisationButThatItIsRemovedHoweverLateItsEventsCome() {
        batch.add(skill("s1").with("name", "before").put());
        batch.add(new RowChange.Forget("acme"));
        batch.add(Row.of("organisation", "acme").with("state", "REMOVED").put());
        batch.add(skill("s2").with("name", "after").put());
        batch.add(Row.of("skill", "other")
                .keyed("skill_id", "s1")
                .with("name", "stays")
                .put());

        assertThat(batch.forgotten()).containsExactly("acme");
        assertThat(batch.puts())
                .containsOnlyKeys(NAME, new Shape("organisation", List.of("organisation_id"), List.of("state")));
        assertThat(batch.puts().get(NAME)).containsExactly(row("other", "s1", "stays"));
    }

    @Test
    void leavesOutOrganisationsThatWereRemovedBefore() {
        batch.add(skill("s1").with("name", "late").put());
        batch.add(Row.of("organisation", "acme").with("name", "late").put());
        batch.leaveOut(Set.of("acme"));

        assertThat(batch.puts())
                .containsOnlyKeys(new Shape("organisation", List.of("organisation_id"), List.of("name")));
    }

    @Test
    void takesKeysForTheSameThatAreStoredTheSame() {
        batch.add(skill("s\0").with("name", "one").put());
        batch.add(skill("s\uFFFD").with("name", "two").put());

        assertThat(batch.puts().get(NAME)).containsExactly(row("acme", "s\uFFFD", "two"));
    }

    private static RowBatch.Values row(Object... values) {
        return new RowBatch.Values(Arrays.asList(values));
    }

    private static Row skill(String id) {
        return Row.of("skill", "acme").keyed("skill_id", id);
    }
}
