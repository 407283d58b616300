package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<Integer> went = new CopyOnWriteArrayList<>();

    @Test
    void letsThoseWithTheLowestPlaceGoFirstHoweverLateTheyCome() throws InterruptedException {
        var turns = new Turns(1);
        turns.take(0);
        var last = take(turns, 9);
        await().until(() -> last.getState() == Thread.State.WAITING);
        var middle = take(turns, 5);
        await().until(() -> middle.getState() == Thread.State.WAITING);
        var first = take(turns, 2);
        await().until(() -> first.getState() == Thread.State.WAITING);

        for (int count = 1; count <= 3; count++) {
            turns.giveBack();
            int expected = count;
            await().until(() -> went.size() == expected);
        }

        assertThat(went).containsExactly(2, 5, 9);
    }

    @Test
    void letsSoManyGoAtOnce() throws InterruptedException {
        var turns = new Turns(2);
        turns.take(7);
        turns.take(8);
        var third = take(turns, 1);
        await().until(() -> third.getState() == Thread.State.WAITING);

        assertThat(went).isEmpty();
        turns.giveBack();
        await().until(() -> went.equals(List.of(1)));
    }

    private Thread take(Turns turns, int place) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                turns.take(place);
                went.add(place);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
