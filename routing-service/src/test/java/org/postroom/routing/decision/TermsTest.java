package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.routing.conversation.ThreadingRule;
import org.postroom.routing.decision.RoutingInput.EmailReceived;

/** What the journal says of its terms decides, and neither the settings nor the release that reads it. */
class TermsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final RoutingPolicy SHORT = new RoutingPolicy(Duration.ofDays(2), Duration.ofHours(1));

    private static final int LATER = DecisionVersions.RELEASED.newest() + 1;

    /** A trial of a later version: it decides as the first, but takes no mail. */
    private static final DecisionVersions WITH_A_LATER = DecisionVersions.RELEASED.with(LATER, (turn, input) -> {
        if (input instanceof EmailReceived email) {
            turn.emit(new RoutingEvent.EmailDiscarded(email.emailId(), RoutingEvent.DiscardReason.NO_ROUTE));
        } else {
            FirstVersion.decide(turn, input);
        }
    });

    private final OrganisationRouting routing = configured(DecisionVersions.RELEASED);

    @Test
    void appliesTheWindowsThatTheJournalNames() {
        var centre = Centre.open().withAgentOnQueue("anna");
        centre.on(Centre.mail("first"));
        centre.accepts("anna", "first");
        centre.closes("anna", "first");
        centre.on(new RoutingInput.TermsChanged(new Terms(1, SHORT)));

        var inTime = centre.after(Duration.ofHours(47)).on(Centre.answerTo("answer", "first"));
        centre.accepts("anna", "answer");
        centre.closes("anna", "answer");
        var late = centre.after(Duration.ofHours(49)).on(Centre.answerTo("late", "answer"));

        assertThat(threaded(inTime).rule()).isEqualTo(ThreadingRule.REFERENCES);
        assertThat(threaded(late).rule()).isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    @Test
    void forgetsRepeatsAfterTheWindowThatTheJournalNames() {
        routing.decide(new RoutingInput.TermsChanged(new Terms(1, SHORT)), START);
        routing.decide(Centre.mailTo("nowhere", "unknown"), START);

        var repeat = events(routing, Centre.mailTo("nowhere", "unknown"), START.plus(Duration.ofMinutes(59)));
        var afterwards = events(routing, Centre.mailTo("nowhere", "unknown"), START.plus(Duration.ofMinutes(61)));

        assertThat(discarded(repeat)).isEqualTo(RoutingEvent.DiscardReason.REPEATED_DELIVERY);
        assertThat(discarded(afterwards)).isEqualTo(RoutingEvent.DiscardReason.ADDRESS_REMOVED);
    }

    @Test
    void storesTheTermsWithWhatItKnows() {
        var changes = routing.decide(new RoutingInput.TermsChanged(new Terms(1, SHORT)), START)
                .changes();
        var restored = OrganisationRouting.restore(RoutingPolicy.DEFAULT, routing.snapshot());

        assertThat(changes).extracting(StateChange::kind).containsExactly(EntityKind.TERMS);
        assertThat(restored.terms()).isEqualTo(new Terms(1, SHORT));
        assertThat(routing.decide(new RoutingInput.TermsChanged(new Terms(1, SHORT)), START)
                        .changes())
                .isEmpty();
    }

    @Test
    void beginsAgainWithTheFirstTermsWhereTheOrganisationIsRemoved() {
        routing.decide(new RoutingInput.TermsChanged(new Terms(1, SHORT)), START);

        var removal = routing.decide(new RoutingInput.OrganisationRemoved(), START);

        assertThat(removal.changes()).extracting(StateChange::kind).contains(EntityKind.TERMS);
        assertThat(routing.terms()).isEqualTo(Terms.FIRST);
        assertThat(routing.snapshot()).isEmpty();
    }

    @Test
    void decidesUponOldRecordsAsTheyWereAfterAnUpgrade() {
        var journal = List.<RoutingInput>of(
                Centre.mail("one"),
                Centre.mail("two"),
                new RoutingInput.TermsChanged(new Terms(LATER, RoutingPolicy.DEFAULT)),
                Centre.mail("three"));

        var before = replay(configured(DecisionVersions.RELEASED), journal.subList(0, 2));
        var after = replay(configured(WITH_A_LATER), journal);

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.subList(before.size(), after.size()))
                .singleElement()
                .isInstanceOf(RoutingEvent.EmailDiscarded.class);
    }

    @Test
    void goesOnWithItsVersionAfterARestart() {
        var upgraded = configured(WITH_A_LATER);
        upgraded.decide(new RoutingInput.TermsChanged(new Terms(LATER, RoutingPolicy.DEFAULT)), START);

        var restarted = OrganisationRouting.restore(RoutingPolicy.DEFAULT, WITH_A_LATER, upgraded.snapshot());

        assertThat(discarded(events(restarted, Centre.mail("one"), START)))
                .isEqualTo(RoutingEvent.DiscardReason.NO_ROUTE);
    }

    @Test
    void leavesAJournalAloneThatALaterReleaseDecidesUpon() {
        var later = new RoutingInput.TermsChanged(new Terms(LATER, RoutingPolicy.DEFAULT));
        var known = routing.snapshot();
        var upgraded = configured(WITH_A_LATER);
        upgraded.decide(later, START);
        var rolledBack = OrganisationRouting.restore(RoutingPolicy.DEFAULT, upgraded.snapshot());

        assertThatThrownBy(() -> routing.decide(later, START))
                .isInstanceOf(LaterDecisionVersionException.class)
                .hasMessageContaining("expected a journal that is decided upon by version 1 to " + (LATER - 1))
                .hasMessageContaining("it names version " + LATER);
        assertThatThrownBy(() -> rolledBack.decide(Centre.mail("one"), START))
                .isInstanceOf(LaterDecisionVersionException.class);
        assertThat(routing.snapshot()).isEqualTo(known);
    }

    private static OrganisationRouting configured(DecisionVersions versions) {
        var routing = OrganisationRouting.empty(RoutingPolicy.DEFAULT, versions);
        routing.decide(Centre.queue("support"), START);
        routing.decide(Centre.address("help", "support"), START);
        return routing;
    }

    private static List<RoutingEvent> replay(OrganisationRouting routing, List<RoutingInput> journal) {
        var events = new ArrayList<RoutingEvent>();
        journal.forEach(input -> events.addAll(routing.decide(input, START).events()));
        return events;
    }

    private static List<RoutingEvent> events(OrganisationRouting routing, RoutingInput input, Instant at) {
        return routing.decide(input, at).events();
    }

    private static RoutingEvent.EmailThreaded threaded(List<RoutingEvent> events) {
        return Centre.only(RoutingEvent.EmailThreaded.class, events).getFirst();
    }

    private static RoutingEvent.DiscardReason discarded(List<RoutingEvent> events) {
        return Centre.only(RoutingEvent.EmailDiscarded.class, events).getFirst().reason();
    }
}
