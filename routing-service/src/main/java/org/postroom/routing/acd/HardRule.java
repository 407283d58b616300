package org.postroom.routing.acd;

import org.postroom.routing.directory.Requirement;

/**
 * A rule that must allow an agent to be offered an interaction. Its kind says what the answer depends on, and so when it is
 * asked; {@link RuleSet} asks every rule of a kind at its place, so that stating a rule is enforcing it.
 */
sealed interface HardRule {

    /** Its name in explanations. */
    String name();

    /** Answers without making up a reason: this is asked for every assignment. */
    boolean allows(Seat seat, WaitingItem item);

    /** Why it does not allow it, in the form "expected ..., but ...". */
    String reason(Seat seat, WaitingItem item);

    /** A rule that looks only at the configuration; answered once for each class of requirement. */
    non-sealed interface OfConfiguration extends HardRule {

        /** Answers for everything that asks for the same. */
        boolean allows(Seat seat, Requirement requirement);

        @Override
        default boolean allows(Seat seat, WaitingItem item) {
            return allows(seat, item.requirement());
        }
    }

    /** A rule that looks only at the agent; answered again whenever the agent's presence or load changes. */
    non-sealed interface OfAgent extends HardRule {

        /** Answers for every interaction. */
        boolean allows(Seat seat);

        @Override
        default boolean allows(Seat seat, WaitingItem item) {
            return allows(seat);
        }
    }

    /** A rule that looks at the agent and the interaction; answered for each pair. */
    non-sealed interface OfPair extends HardRule {}
}
