package org.postroom.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignalBoardTest {

    private final SignalBoard board = new SignalBoard();

    @Test
    void wakesOnlyThoseWhoWatch() throws InterruptedException {
        Subscription anna = board.subscribe(Signal.agent("acme", "anna"));
        Subscription namesake = board.subscribe(Signal.agent("globex", "anna"));

        board.post(Signal.agent("acme", "anna"));

        assertThat(anna.await(Duration.ZERO)).isTrue();
        assertThat(namesake.await(Duration.ZERO)).isFalse();
    }

    @Test
    void mergesSignalsThatComeFasterThanTheyAreTaken() throws InterruptedException {
        Subscription queues = board.subscribe(Signal.queues("acme"));

        board.post(Signal.queues("acme"));
        board.post(Signal.queues("acme"));

        assertThat(queues.await(Duration.ZERO)).isTrue();
        assertThat(queues.await(Duration.ZERO)).isFalse();
    }

    @Test
    void wakesEverybodyWhenSignalsMayHaveBeenMissed() throws InterruptedException {
        Subscription domain = board.subscribe(Signal.domain("acme", "d1"));

        board.postAll();

        assertThat(domain.await(Duration.ZERO)).isTrue();
    }

    @Test
    void endsAWatchWhenTheConsoleStops() throws InterruptedException {
        Subscription interaction = board.subscribe(Signal.interaction("acme", "i1"));

        board.closeAll();

        assertThat(interaction.await(Duration.ofMinutes(1))).isFalse();
        assertThat(interaction.isOpen()).isFalse();
    }

    @Test
    void understandsItsOwnWordsOnly() {
        Signal signal = Signal.interaction("acme", "an id");

        assertThat(Signal.decode(signal.encoded())).contains(signal);
        assertThat(Signal.decode("LATER acme x")).isEmpty();
        assertThat(Signal.decode("AGENT acme")).isEmpty();
    }
}
