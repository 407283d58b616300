package org.postroom.routing.decision;

import org.postroom.routing.timer.Timer;

/** What happens by itself. */
final class TimerDecision {

    private TimerDecision() {}

    /** Lets everything happen whose time has come, in the order of the timers; each is taken out before it happens. */
    static void decideDue(Turn turn) {
        for (var timer = turn.state().timers().takeDue(turn.now());
                timer != null;
                timer = turn.state().timers().takeDue(turn.now())) {
            switch (timer) {
                case Timer.OfferExpires offer -> Offers.expire(turn, offer);
                case Timer.ParkEnds park -> Parking.end(turn, park);
                case Timer.WrapUpEnds wrapUp -> WrapUps.expire(turn, wrapUp);
                case Timer.KeepingEnds keeping -> LastAgents.end(turn, keeping);
            }
        }
    }
}
