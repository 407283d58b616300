package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Candidates;
import org.postroom.routing.decision.RoutingEvent.OfferCause;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.interaction.Waiting;

/**
 * Who was looked at for an interaction: told in events from version 3 on. It is made out for the event alone, changes nothing, and
 * has to be asked for while the agents and the waiting list are as they were decided upon.
 */
final class Considered {

    private Considered() {}

    /** Who was looked at where nobody could take it. */
    static Candidates inVain(Turn turn, Waiting waiting) {
        return tells(turn)
                ? turn.state().dispatcher().candidatesFor(Interactions.itemOf(waiting), null)
                : Candidates.NONE;
    }

    /** Who was looked at where an agent is offered it. */
    static Candidates forOffer(Turn turn, Waiting waiting, AgentId chosen) {
        return tells(turn)
                ? turn.state().dispatcher().candidatesFor(Interactions.itemOf(waiting), chosen)
                : Candidates.NONE;
    }

    /** What led to an offer; null where that is not told yet. */
    static @Nullable OfferCause told(Turn turn, OfferCause cause) {
        return tells(turn) ? cause : null;
    }

    private static boolean tells(Turn turn) {
        return turn.state().decidesByVersion(ThirdVersion.NUMBER);
    }
}
