package org.postroom.routing.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;

class RankedItemsTest {

    private static final Requirement ANYTHING = new Requirement(new QueueId("support"), List.of(), null);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrderThatATreeKeepsThroughRandomChanges(long seed) {
        var random = new Random(seed);
        var ranked = new RankedItems(ANYTHING);
        var tree = new TreeSet<>(WaitingItem.BEST_FIRST);

        for (int change = 0; change < 20_000; change++) {
            var item = item(random.nextInt(3_000), random.nextInt(40));
            if (random.nextInt(100) < 55) {
                ranked.add(item);
                tree.add(item);
            } else if (random.nextBoolean() && !tree.isEmpty()) {
                assertThat(ranked.remove(tree.first())).isTrue();
                tree.pollFirst();
            } else {
                assertThat(ranked.remove(item)).isEqualTo(tree.remove(item));
            }
            assertThat(ranked.best()).isEqualTo(tree.isEmpty() ? null : tree.first());
        }

        assertThat(ranked.bestFirst()).containsExactlyElementsOf(tree);
    }

    @Test
    void isEmptyAgainAfterTheLastIsTaken() {
        var ranked = new RankedItems(ANYTHING);
        for (int number = 0; number < 1_000; number++) {
            ranked.add(item(number, number));
        }

        while (!ranked.isEmpty()) {
            assertThat(ranked.remove(ranked.bestFirst().getFirst())).isTrue();
        }

        assertThat(ranked.best()).isNull();
        assertThat(ranked.remove(item(1, 1))).isFalse();
        ranked.add(item(7, 7));
        assertThat(ranked.best()).isEqualTo(item(7, 7));
    }

    @Test
    void findsTheBestThatFits() {
        var ranked = new RankedItems(ANYTHING);
        for (int number = 0; number < 500; number++) {
            ranked.add(item(number, 0));
        }

        assertThat(ranked.best(item -> item.interactionId().equals(id(321)))).isEqualTo(item(321, 0));
        assertThat(ranked.best(item -> false)).isNull();
    }

    @Test
    void remembersWhoDeclinedWhatUntilItIsTaken() {
        var ranked = new RankedItems(ANYTHING);
        var declined = WaitingItem.of(
                new InteractionId(new UUID(1, 2).toString()),
                ANYTHING,
                5,
                Instant.EPOCH,
                Map.of(new AgentId("anna"), Instant.EPOCH));
        ranked.add(item(2, 0));
        ranked.add(declined);

        assertThat(ranked.bestFirst().getFirst()).isEqualTo(declined);
        ranked.remove(declined);
        ranked.add(WaitingItem.of(declined.interactionId(), ANYTHING, 5, Instant.EPOCH, Map.of()));
        assertThat(ranked.bestFirst().getFirst().declinedAt()).isEmpty();
    }

    /** Every tenth has an id that is no UUID. */
    private static WaitingItem item(int number, int priority) {
        return WaitingItem.of(id(number), ANYTHING, priority, Instant.ofEpochSecond(60), Map.of());
    }

    private static InteractionId id(int number) {
        return new InteractionId(
                number % 10 == 0
                        ? "interaction-" + number
                        : UUID.nameUUIDFromBytes(("interaction-" + number).getBytes(StandardCharsets.UTF_8))
                                .toString());
    }
}
