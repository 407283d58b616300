package org.postroom.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Verdict;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.InQueue;

/**
 * Routing of one organisation: one input of the journal after the other leads to a {@link Decision}. The same inputs at
 * the same moments lead to the same decisions, whether the state was kept or restored in between.
 *
 * <p>Not safe for use by several threads. Where {@link #decide} throws, the object is no longer usable and is to be
 * restored from what was stored.
 */
public final class OrganisationRouting {

    private final Terms first;
    private final DecisionVersions versions;
    private Terms terms;
    private RoutingState state;

    private OrganisationRouting(Terms first, DecisionVersions versions) {
        this.first = first;
        this.versions = versions;
        this.terms = first;
        this.state = new RoutingState(first);
    }

    /**
     * An organisation that nothing is known of yet.
     *
     * @param policy applies until the journal names another
     */
    public static OrganisationRouting empty(RoutingPolicy policy) {
        return empty(policy, DecisionVersions.RELEASED);
    }

    static OrganisationRouting empty(RoutingPolicy policy, DecisionVersions versions) {
        return new OrganisationRouting(new Terms(1, policy), versions);
    }

    /**
     * An organisation as it was stored: the latest change of each entity, in any order, none of them removed.
     *
     * @param policy applied until the journal named another
     */
    public static OrganisationRouting restore(RoutingPolicy policy, Iterable<StateChange> entities) {
        return restore(policy, DecisionVersions.RELEASED, entities);
    }

    static OrganisationRouting restore(
            RoutingPolicy policy, DecisionVersions versions, Iterable<StateChange> entities) {
        var routing = empty(policy, versions);
        for (var stored : entities) {
            if (stored.entity() instanceof Terms standing) {
                routing.terms = standing;
            }
        }
        routing.state = new RoutingState(routing.terms);
        routing.state.restore(entities);
        return routing;
    }

    /** The terms that a release decides by where nothing else is said: its newest version, and the policy of its settings. */
    public static Terms newestTerms(RoutingPolicy policy) {
        return new Terms(DecisionVersions.RELEASED.newest(), policy);
    }

    /** The terms that the next input is decided upon by. */
    public Terms terms() {
        return terms;
    }

    /**
     * Decides upon one input. What was due before by its timer comes first, so a late answer finds its offer gone.
     *
     * @param now the journal's time of the input
     * @throws LaterDecisionVersionException where a later release decides here; the object stays as it was
     */
    public Decision decide(RoutingInput input, Instant now) {
        return switch (input) {
            case RoutingInput.OrganisationRemoved _ -> end(Turn.at(state, now));
            case RoutingInput.TermsChanged changed -> change(changed.terms(), now);
            default -> decideByCode(input, now);
        };
    }

    private Decision decideByCode(RoutingInput input, Instant now) {
        var code = versions.of(terms.decisionVersion());
        var turn = Turn.at(state, now);
        code.decide(turn, input);
        state.forgetDue(now);
        return new Decision(List.copyOf(turn.events()), state.drainChanges());
    }

    /** What was due before is decided as before; then all that is known is looked at by the new terms. */
    private Decision change(Terms next, Instant now) {
        versions.of(next.decisionVersion());
        var before = decideByCode(new RoutingInput.TimerElapsed(), now);
        if (next.equals(terms)) {
            return before;
        }
        var known = state.snapshot();
        var beginsThird = isNamed(known)
                && terms.decisionVersion() < ThirdVersion.NUMBER
                && next.decisionVersion() >= ThirdVersion.NUMBER;
        terms = next;
        state = new RoutingState(next);
        state.restore(known);
        if (beginsThird) {
            ThirdVersion.begin(state);
        }
        state.terms().put(next);
        var changes = new ArrayList<>(before.changes());
        changes.addAll(state.drainChanges());
        return new Decision(before.events(), changes);
    }

    /** True where the journal has named its terms before: a new organisation's first records come before it does. */
    private static boolean isNamed(List<StateChange> known) {
        return known.stream().anyMatch(entity -> entity.kind() == EntityKind.TERMS);
    }

    /** Ends what is open and forgets the rest; mail that still comes finds no address. */
    private Decision end(Turn turn) {
        state.interactions().open().forEach(interaction -> turn.emit(Closings.ended(interaction)));
        var removals = state.removeEverything();
        terms = first;
        state = new RoutingState(first);
        return new Decision(List.copyOf(turn.events()), removals);
    }

    /** Every entity as it is now; {@link #restore} makes of it an organisation that decides as this one does. */
    public List<StateChange> snapshot() {
        return state.snapshot();
    }

    /** When the next timer is due; null where none runs. */
    public @Nullable Instant nextTimerAt() {
        var timer = state.timers().next();
        return timer == null ? null : timer.dueAt();
    }

    /** How many interactions wait for an agent. */
    public int waiting() {
        return state.dispatcher().waiting();
    }

    /** For every agent, whether the agent may be offered a waiting interaction now; empty where it does not wait. */
    public List<Verdict> explain(InteractionId interactionId) {
        return state.interaction(interactionId) instanceof InQueue waiting
                ? state.dispatcher().explain(Interactions.itemOf(waiting))
                : List.of();
    }
}
