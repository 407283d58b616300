package org.postroom.routing.acd;

import java.util.List;
import java.util.stream.Stream;

/** A rule that must allow an agent to be offered an interaction. */
sealed interface HardRule permits Qualification, Availability {

    /** Every rule, in the order in which a refusal lists them. */
    List<HardRule> ALL = Stream.<HardRule>concat(Stream.of(Qualification.values()), Stream.of(Availability.values()))
            .toList();

    /** Its name in explanations. */
    String name();

    /** Answers without making up a reason: this is asked for every assignment. */
    boolean allows(Seat seat, WaitingItem item);

    /** Why it does not allow it, in the form "expected ..., but ...". */
    String reason(Seat seat, WaitingItem item);
}
