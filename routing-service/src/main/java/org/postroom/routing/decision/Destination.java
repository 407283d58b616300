package org.postroom.routing.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postroom.routing.decision.RoutingEvent.DiscardReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.Requirement;

/** An address that a mail was sent to, and what an agent must have who answers for it. */
record Destination(Address address, Requirement requirement) {

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
            var requirement = address == null ? null : directory.requirementOf(address);
            if (address != null && requirement != null && directory.has(requirement.queueId())) {
                destinations.add(new Destination(address, requirement));
            }
            refusal = EmailDecision.moreTelling(refusal, address, requirement);
        }
        destinations.sort(
                Comparator.comparingInt((Destination one) -> one.address().priority())
                        .reversed());
        return new Choice(List.copyOf(destinations), refusal);
    }
}
