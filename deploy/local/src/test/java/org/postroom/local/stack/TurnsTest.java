package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Set<Integer> due = ConcurrentHashMap.newKeySet();
    private final List<Integer> went = new CopyOnWriteArrayList<>();

    @Test
    void keepsATurnForWhoeverComesFirstInTheListThoughThatOneHasNotAskedYet() {
        due.addAll(Set.of(0, 3));
        var turns = new Turns(1, due::contains);
        var late = take(turns, 3);
        await().until(() -> late.getState() == Thread.State.WAITING);

        take(turns, 0);
        await().until(() -> went.equals(List.of(0)));
        turns.giveBack();

        await().until(() -> went.equals(List.of(0, 3)));
    }

    @Test
    void waitsForNobodyWhoCouldNotWorkYet() {
        due.add(3);
        var turns = new Turns(1, due::contains);

        take(turns, 3);

        await().until(() -> went.equals(List.of(3)));
    }

    @Test
    void looksAgainWhenSomebodyNoLongerCould() {
        due.addAll(Set.of(0, 3));
        var turns = new Turns(1, due::contains);
        var waiting = take(turns, 3);
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        due.remove(0);
        turns.lookAgain();

        await().until(() -> went.equals(List.of(3)));
    }

    @Test
    void letsSoManyGoAtOnce() {
        due.addAll(Set.of(0, 1, 2));
        var turns = new Turns(2, due::contains);
        take(turns, 0);
        await().until(() -> went.size() == 1);
        take(turns, 1);
        await().until(() -> went.size() == 2);
        var third = take(turns, 2);
        await().until(() -> third.getState() == Thread.State.WAITING);

        assertThat(went).containsExactly(0, 1);
        turns.giveBack();
        await().until(() -> went.equals(List.of(0, 1, 2)));
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
