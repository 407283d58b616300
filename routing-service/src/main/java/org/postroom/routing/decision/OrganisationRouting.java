package org.postroom.routing.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Verdict;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.Waiting;

/**
 * Routing of one organisation: one input of the journal after the other leads to a {@link Decision}. The same inputs at
 * the same moments lead to the same decisions, whether the state was kept or restored in between.
 *
 * <p>Not safe for use by several threads. Where {@link #decide} throws, the object is no longer usable and is to be
 * restored from what was stored.
 */
public final class OrganisationRouting {

    private final RoutingPolicy policy;
    private RoutingState state;

    private OrganisationRouting(RoutingPolicy policy, RoutingState state) {
        this.policy = policy;
        this.state = state;
    }

    /** An organisation that nothing is known of yet. */
    public static OrganisationRouting empty(RoutingPolicy policy) {
        return new OrganisationRouting(policy, new RoutingState(policy));
    }

    /** An organisation as it was stored: the latest change of each entity, in any order, none of them removed. */
    public static OrganisationRouting restore(RoutingPolicy policy, Iterable<StateChange> entities) {
        var state = new RoutingState(policy);
        state.restore(entities);
        return new OrganisationRouting(policy, state);
    }

    /**
     * Decides upon one input. What was due before by its timer comes first, so a late answer finds its offer gone.
     *
     * @param now the journal's time of the input
     */
    public Decision decide(RoutingInput input, Instant now) {
        var turn = Turn.at(state, now);
        if (input instanceof RoutingInput.OrganisationRemoved) {
            return end(turn);
        }
        TimerDecision.decideDue(turn);
        apply(turn, input);
        state.forgetDue(now);
        return new Decision(List.copyOf(turn.events()), state.drainChanges());
    }

    /** Ends what is open and forgets the rest; mail that still comes finds no address. */
    private Decision end(Turn turn) {
        state.interactions().open().forEach(interaction -> turn.emit(Closings.ended(interaction)));
        var removals = state.removeEverything();
        state = new RoutingState(policy);
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
        return state.interaction(interactionId) instanceof Waiting waiting
                ? state.dispatcher().explain(Interactions.itemOf(waiting))
                : List.of();
    }

    private static void apply(Turn turn, RoutingInput input) {
        switch (input) {
            case RoutingInput.EmailReceived email -> EmailDecision.decide(turn, email);
            case RoutingInput.Command command -> CommandDecision.decide(turn, command);
            case RoutingInput.ReplyRequested reply -> ReplyDecision.requested(turn, reply);
            case RoutingInput.ReplyComposed reply -> ReplyDecision.composed(turn, reply);
            case RoutingInput.ReplySent reply -> ReplyDecision.sent(turn, reply);
            case RoutingInput.ReplyFailed reply -> ReplyDecision.failed(turn, reply);
            case RoutingInput.AddressConfigured address -> ConfigurationDecision.configured(turn, address);
            case RoutingInput.QueueConfigured queue -> ConfigurationDecision.configured(turn, queue);
            case RoutingInput.FlowConfigured flow -> ConfigurationDecision.configured(turn, flow);
            case RoutingInput.FlowRemoved flow -> turn.state().directory().remove(flow.flowId());
            case RoutingInput.AgentConfigured agent -> ConfigurationDecision.configured(turn, agent);
            case RoutingInput.AddressRemoved address -> turn.state().directory().remove(address.addressId());
            case RoutingInput.QueueRemoved queue -> ConfigurationDecision.removed(turn, queue.queueId());
            case RoutingInput.AgentRemoved agent -> ConfigurationDecision.removed(turn, agent);
            case RoutingInput.TimerElapsed() -> {}
            case RoutingInput.OrganisationRemoved() ->
                throw new IllegalStateException(
                        "expected the end of an organisation to be decided before, but it was not");
        }
    }
}
