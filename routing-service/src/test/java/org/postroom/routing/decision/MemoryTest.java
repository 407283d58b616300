package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postroom.routing.id.EmailId;

class MemoryTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final Memory<EmailId> memory = new Memory<>(WINDOW);

    @Test
    void forgetsNothingBeforeItsTimeAndAFewThingsAtOnceAfterIt() {
        for (int number = 0; number < 6; number++) {
            memory.remember(mail(number), START);
        }

        assertThat(forgottenAt(START.plus(WINDOW).minusNanos(1))).isEmpty();
        assertThat(forgottenAt(START.plus(WINDOW))).containsExactly(mail(0), mail(1), mail(2), mail(3));
        assertThat(forgottenAt(START.plus(WINDOW))).containsExactly(mail(4), mail(5));
        assertThat(forgottenAt(START.plus(WINDOW))).isEmpty();
    }

    @Test
    void looksAgainAWindowLaterAtWhatIsStillNeeded() {
        memory.remember(mail(1), START);
        var due = START.plus(WINDOW);

        memory.forgetDue(due, (_, _) -> false);

        assertThat(forgottenAt(due.plus(WINDOW).minusNanos(1))).isEmpty();
        assertThat(forgottenAt(due.plus(WINDOW))).containsExactly(mail(1));
    }

    @Test
    void bringsWhatWasRestoredIntoTheOrderOfItsTime() {
        for (int number : List.of(3, 1, 4, 0, 2)) {
            memory.remember(mail(number), START.plusSeconds(number));
        }

        memory.sort();

        assertThat(forgottenAt(START.plus(WINDOW).plusSeconds(1))).containsExactly(mail(0), mail(1));
        assertThat(forgottenAt(START.plus(WINDOW).plusSeconds(4))).containsExactly(mail(2), mail(3), mail(4));
    }

    @Test
    void doesAsAQueueDoesHoweverLongItBecomes() {
        var random = new Random(5);
        Deque<EmailId> expected = new ArrayDeque<>();
        var now = START;
        for (int number = 0; number < 20_000; number++) {
            now = now.plusMillis(random.nextInt(200));
            if (random.nextInt(5) > 0) {
                memory.remember(mail(number), now.minus(WINDOW));
                expected.addLast(mail(number));
            } else {
                for (var forgotten : forgottenAt(now)) {
                    assertThat(forgotten).isEqualTo(expected.pollFirst());
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(100);
    }

    private List<EmailId> forgottenAt(Instant now) {
        List<EmailId> forgotten = new ArrayList<>();
        memory.forgetDue(now, (id, _) -> forgotten.add(id));
        return forgotten;
    }

    private static EmailId mail(int number) {
        return new EmailId("mail-" + number);
    }
}
