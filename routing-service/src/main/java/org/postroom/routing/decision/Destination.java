package org.postroom.routing.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Threading;
import org.postroom.routing.decision.RoutingEvent.DiscardReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.Requirement;

/**
 * An address that a mail was sent to, and what an agent must have who answers for it.
 *
 * @param requirement what the flow said, or what is asked for where it says nothing
 * @param judged what the address's flow made of the mail; null where none decided on it
 */
record Destination(Address address, Requirement requirement, FlowDecision.@Nullable Judged judged) {

    /** The same, with what the address's flow says of the mail, if it names one. */
    Destination judged(Turn turn, EmailReceived email, Threading threading) {
        var verdict = FlowDecision.judge(turn, email, threading, address);
        if (verdict == null) {
            return this;
        }
        var wanted = verdict.requirement();
        return new Destination(address, wanted == null ? requirement : wanted, verdict);
    }

    /** True where the flow ended the mail, as far as this address goes. */
    boolean isEnded() {
        return judged != null && judged.requirement() == null;
    }

    /** The head start, in minutes. */
    int priority() {
        return judged == null ? address.priority() : judged.priority();
    }

    /**
     * Where a mail may go.
     *
     * @param destinations those with a queue, each address once: the one with the highest priority first, and among equals the
     *     first in the envelope
     * @param refusal why there is none, where there is none
     */
    record Choice(List<Destination> destinations, DiscardReason refusal) {}

    static Choice of(Turn turn, EmailReceived email) {
        var directory = turn.state().directory();
        List<Destination> destinations = new ArrayList<>();
        DiscardReason refusal = DiscardReason.ADDRESS_REMOVED;
        for (var addressId : email.addressedTo().stream().distinct().toList()) {
            var address = directory.address(addressId);
            var requirement = address == null ? null : FlowDecision.unlessDecided(turn, email, address);
            if (address != null && requirement != null && directory.has(requirement.queueId())) {
                destinations.add(new Destination(address, requirement, null));
            }
            refusal = EmailDecision.moreTelling(refusal, address, requirement);
        }
        destinations.sort(
                Comparator.comparingInt((Destination one) -> one.address().priority())
                        .reversed());
        return new Choice(List.copyOf(destinations), refusal);
    }
}
