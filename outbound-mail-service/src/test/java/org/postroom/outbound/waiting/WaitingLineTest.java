package org.postroom.outbound.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

class WaitingLineTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final Ticket FIRST = ticket("interaction", "first");
    private static final Ticket SECOND = ticket("interaction", "second");
    private static final Ticket OTHER = ticket("another interaction", "other");

    private final Map<String, Progress> answers = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final Room room = new Room();
    private final WaitingLine<String> line = new WaitingLine<>(room, new Worker(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void letsOnlyTheSameInteractionWaitBehindAReplyThatWaits() {
        answers.put("first", new Progress.Expecting("expected news, but there is none"));

        line.arrived(FIRST, "first");
        line.arrived(SECOND, "second");
        line.arrived(OTHER, "other");

        assertThat(done).containsExactly("other");
        assertThat(room.waiting.keySet()).containsExactly(FIRST, SECOND);
    }

    @Test
    void keepsTheOrderWithinAnInteraction() {
        answers.put("first", new Progress.Expecting("expected news, but there is none"));
        line.arrived(FIRST, "first");
        line.arrived(SECOND, "second");
        answers.clear();

        for (Ticket ticket : List.copyOf(room.waiting.keySet())) {
            line.turn(ticket);
        }

        assertThat(done).containsExactly("first", "second");
        assertThat(room.waiting).isEmpty();
    }

    @Test
    void takesARepeatedReplyOnce() {
        answers.put("first", new Progress.Expecting("expected news, but there is none"));

        line.arrived(FIRST, "first");
        line.arrived(FIRST, "first");

        assertThat(room.waiting).hasSize(1);
    }

    @Test
    void tellsOnceThatAReplyIsHeld() {
        answers.put("first", new Progress.Held("expected a domain that may send, but it may not"));

        line.arrived(FIRST, "first");
        line.turn(FIRST);
        line.turn(FIRST);

        assertThat(held).containsExactly("first");
        assertThat(room.waiting.get(FIRST)).satisfies(waiting -> {
            assertThat(waiting.held()).isTrue();
            assertThat(waiting.since()).isEqualTo(NOW);
            assertThat(waiting.nextTurn()).isAfter(NOW);
        });
    }

    private static Ticket ticket(String interactionId, String replyId) {
        return new Ticket(new OrganisationId("acme"), new InteractionId(interactionId), new ReplyId(replyId));
    }

    private final class Worker implements Work<String> {

        @Override
        public Progress advance(String reply, Instant since) {
            Progress answer = answers.getOrDefault(reply, new Progress.Settled());
            if (answer instanceof Progress.Settled) {
                done.add(reply);
            }
            return answer;
        }

        @Override
        public void held(String reply, Progress.Held hold, Instant nextTurn) {
            held.add(reply);
        }
    }

    private static final class Room implements WaitingRoom<String> {

        private final Map<Ticket, Waiting<String>> waiting = new LinkedHashMap<>();

        @Override
        public boolean occupied(Ticket ticket) {
            return waiting.keySet().stream()
                    .anyMatch(other -> other.interactionId().equals(ticket.interactionId()));
        }

        @Override
        public void add(Waiting<String> one) {
            waiting.putIfAbsent(one.ticket(), one);
        }

        @Override
        public List<Ticket> due(Instant now, int most) {
            return List.copyOf(waiting.keySet());
        }

        @Override
        public Optional<Waiting<String>> lock(Ticket ticket) {
            return Optional.ofNullable(waiting.get(ticket));
        }

        @Override
        public void update(Waiting<String> one) {
            waiting.put(one.ticket(), one);
        }

        @Override
        public void postpone(Ticket ticket, Instant nextTurn) {}

        @Override
        public void remove(Ticket ticket) {
            waiting.remove(ticket);
        }

        @Override
        public List<Waiting<String>> of(OrganisationId organisationId) {
            return List.copyOf(waiting.values());
        }

        @Override
        public void wake(OrganisationId organisationId, Instant now) {}
    }
}
