package org.postroom.routing.decision;

/** The decision code of version 2: as the first, but mail is sorted before it becomes work. */
final class SecondVersion {

    private SecondVersion() {}

    /** Decides upon one input. What was due before by its timer comes first, so a late answer finds its offer gone. */
    static void decide(Turn turn, RoutingInput input) {
        if (input instanceof RoutingInput.EmailReceived email) {
            TimerDecision.decideDue(turn);
            MailSorting.decide(turn, email);
        } else {
            FirstVersion.decide(turn, input);
        }
    }
}
