package org.postroom.inbound.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.postroom.runtime.message.MessageStore;

class MemoryBudgetTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void leavesTheOthersTheirPartWhateverOneClientTakes() {
        var budget = new MemoryBudget(MEGABYTE, 0.5, Duration.ZERO);
        List<MemoryBudget.Share> greedy = new ArrayList<>();
        Optional<MemoryBudget.Share> next = budget.open("192.0.2.1", 1);
        while (next.isPresent()) {
            greedy.add(next.get());
            next = budget.open("192.0.2.1", 1);
        }

        assertThat(budget.taken()).isBetween(MEGABYTE / 2L - 128 * 1024, MEGABYTE / 2L);
        assertThat(greedy.getFirst().take(128 * 1024)).isFalse();
        assertThat(budget.open("192.0.2.2", 1))
                .hasValueSatisfying(share -> assertThat(share.take(128 * 1024)).isTrue());
    }

    @Test
    void countsWhatTheStoreHoldsOfEachCopyAndShutsNobodyOutForHavingMany() {
        var budget = new MemoryBudget(MEGABYTE, 1, Duration.ZERO);
        assertThat(budget.open("192.0.2.1", 1)).isPresent();
        long ofOne = budget.taken();
        assertThat(budget.open("192.0.2.1", 3)).isPresent();

        assertThat(budget.taken() - 2 * ofOne).isEqualTo(2L * MessageStore.MOST_OF_DRAFT_IN_MEMORY);
        assertThat(new MemoryBudget(MEGABYTE, 0.5, Duration.ZERO).open("192.0.2.1", 100))
                .isPresent();
    }

    @Test
    void takesBackAllThatAMailHad() {
        var budget = new MemoryBudget(MEGABYTE, 1, Duration.ZERO);
        MemoryBudget.Share share = budget.open("192.0.2.1", 1).orElseThrow();
        share.take(1_000);
        share.close();
        share.close();

        assertThat(budget.taken()).isZero();
    }

    @Test
    void givesAMailThatWaitsThePlaceOfOneThatIsDone() throws Exception {
        var budget = new MemoryBudget(MEGABYTE, 0.01, Duration.ofSeconds(30));
        MemoryBudget.Share first = budget.open("192.0.2.1", 1).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> budget.open("192.0.2.1", 1).isPresent());
            await().during(Duration.ofMillis(50)).until(() -> !second.isDone());
            first.close();
            assertThat(second.get()).isTrue();
        }
    }
}
