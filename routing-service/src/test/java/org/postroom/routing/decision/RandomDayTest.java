package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.postroom.routing.acd.Verdict;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.decision.RoutingEvent.OfferCause;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.interaction.Enquiry;

/** Days at a centre that nobody planned: whatever happens in whatever order, these hold after every decision. */
class RandomDayTest {

    private static final int STEPS = 300;

    @Property(tries = 60)
    void everyMailEndsInExactlyOnePlace(@ForAll long seed) {
        var day = new RandomDay(seed);
        Map<EmailId, Integer> places = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            var input = day.next();
            var events = day.centre.on(input);
            day.note(events);
            if (input instanceof EmailReceived email) {
                var verdicts = events.stream()
                        .filter(event -> event instanceof RoutingEvent.EmailThreaded
                                || event instanceof RoutingEvent.EmailDiscarded)
                        .count();
                assertThat(verdicts).isEqualTo(1);
                if (!Centre.only(RoutingEvent.EmailThreaded.class, events).isEmpty()) {
                    places.merge(email.emailId(), 1, Integer::sum);
                }
            }
        }
        assertThat(places.values()).allMatch(count -> count == 1);
    }

    @Property(tries = 60)
    void noInteractionIsLost(@ForAll long seed) {
        var day = new RandomDay(seed);
        for (int step = 0; step < STEPS; step++) {
            day.note(day.centre.on(day.next()));
            assertThat(day.centre.routing().waiting()).isEqualTo(day.waiting.size());
        }
        assertThat(day.begun).containsExactlyInAnyOrderElementsOf(day.accountedFor());
    }

    @Property(tries = 60)
    void noOfferExceedsCapacity(@ForAll long seed) {
        var day = new RandomDay(seed);
        for (int step = 0; step < STEPS; step++) {
            for (var event : day.centre.on(day.next())) {
                day.note(List.of(event));
                if (event instanceof RoutingEvent.InteractionOffered offer) {
                    var agent = offer.agentId();
                    assertThat(day.heldBy(agent)).isLessThanOrEqualTo(day.capacity.get(agent.value()));
                }
            }
        }
    }

    @Property(tries = 60)
    void nobodyWaitsWhileAnAgentMayTakeIt(@ForAll long seed) {
        var day = new RandomDay(seed);
        for (int step = 0; step < STEPS; step++) {
            day.note(day.centre.on(day.next()));
            for (var interactionId : day.waiting.keySet()) {
                assertThat(day.centre.routing().explain(interactionId))
                        .noneMatch(verdict -> verdict instanceof Verdict.Allowed);
            }
        }
    }

    @Property(tries = 60)
    void explainsEachOfferAndEachWait(@ForAll long seed) {
        var day = new RandomDay(seed);
        for (int step = 0; step < STEPS; step++) {
            var events = day.centre.on(day.next());
            day.note(events);
            Centre.only(RoutingEvent.InteractionOffered.class, events).forEach(offer -> {
                assertThat(offer.cause()).isNotNull();
                if (offer.cause() == OfferCause.TRANSFERRED || offer.cause() == OfferCause.LAST_AGENT) {
                    assertThat(offer.candidates().listed()).isEmpty();
                } else {
                    var chosen = offer.candidates().listed().getFirst();
                    assertThat(chosen.agentId()).isEqualTo(offer.agentId());
                    assertThat(chosen.obstacles()).isEmpty();
                }
            });
            var offered = Centre.offeredInteractions(events).toList();
            Centre.only(RoutingEvent.InteractionQueued.class, events).stream()
                    .filter(queued -> !offered.contains(queued.enquiry().interactionId()))
                    .forEach(queued ->
                            assertThat(queued.candidates().listed()).noneMatch(candidate -> candidate.couldTakeIt()));
        }
    }

    @Property(tries = 60)
    void agentWhoComesOnQueueIsOfferedTheHighestScore(@ForAll long seed) {
        var day = new RandomDay(seed);
        for (int step = 0; step < STEPS; step++) {
            var input = day.next();
            var before = new HashMap<>(day.waiting);
            var events = day.centre.on(input);
            var offers = Centre.only(RoutingEvent.InteractionOffered.class, events);
            day.note(events);
            if (input instanceof RoutingInput.ChangeAgentStatus && events.size() > 1 && offers.size() == 1) {
                var offered = offers.getFirst();
                var untaken = before.values().stream()
                        .filter(enquiry -> day.waiting.containsKey(enquiry.interactionId()))
                        .filter(enquiry -> day.isMember(offered.agentId(), enquiry))
                        .filter(enquiry -> !day.hasDeclined(offered.agentId(), enquiry))
                        .map(RandomDayTest::item)
                        .toList();
                var taken = before.get(offered.interactionId());
                if (taken != null) {
                    assertThat(untaken)
                            .allSatisfy(item -> assertThat(item.rank())
                                    .isLessThanOrEqualTo(item(taken).rank()));
                }
            }
        }
    }

    @Property(tries = 60)
    void restartsSnapshotsAndReplaysChangeNothing(@ForAll long seed) {
        var kept = new RandomDay(seed);
        var restarted = new RandomDay(seed);
        var restarts = new Random(seed + 1);
        for (int step = 0; step < STEPS; step++) {
            switch (restarts.nextInt(20)) {
                case 0 -> restarted.centre.restart();
                case 1 -> restarted.centre.goOnFromSnapshot();
                default -> {}
            }
            var expected = kept.centre.on(kept.next());
            var found = restarted.centre.on(restarted.next());
            kept.note(expected);
            restarted.note(found);
            assertThat(found).isEqualTo(expected);
        }
    }

    private static WaitingItem item(Enquiry enquiry) {
        return WaitingItem.of(
                enquiry.interactionId(), enquiry.requirement(), enquiry.priority(), enquiry.waitingSince(), Map.of());
    }
}
