package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.timer.Timer;

/** Names what somebody forgets who adds a kind of entity, a state or a timer. */
class RoutingStateTest {

    @ParameterizedTest
    @EnumSource(EntityKind.class)
    void hasASliceForEachKindThatTakesNothingElse(EntityKind kind) {
        var state = new RoutingState(Terms.FIRST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.restore(List.of(new StateChange(kind, "id", "something else"))))
                .withMessageContaining("expected a stored " + kind);
    }

    /** Each state is of one kind, or load and waiting list would count it twice or never. */
    @Test
    void knowsOfEachStateWhatItDoes() {
        var kinds = Stream.of(Interaction.class.getPermittedSubclasses())
                .filter(kind -> !kind.getSimpleName().equals("Timed"))
                .toList();
        var states = kinds.stream()
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .toList();

        assertThat(states).hasSizeGreaterThan(4).doesNotHaveDuplicates().allMatch(Class::isRecord);
    }

    /** Two timers of one moment must not take each other for the same. */
    @Test
    void namesEachKindOfTimerDifferently() {
        assertThat(Stream.of(Timer.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
