package org.postroom.routing.decision;

import org.postroom.routing.directory.MailRules;

/** The decision code of version 1. */
final class FirstVersion {

    private FirstVersion() {}

    /** Decides upon one input. What was due before by its timer comes first, so a late answer finds its offer gone. */
    static void decide(Turn turn, RoutingInput input) {
        TimerDecision.decideDue(turn);
        apply(turn, input);
    }

    private static void apply(Turn turn, RoutingInput input) {
        switch (input) {
            case RoutingInput.EmailReceived email -> EmailDecision.decide(turn, email);
            case RoutingInput.Command command -> CommandDecision.decide(turn, command);
            case RoutingInput.ReplyRequested reply -> ReplyDecision.requested(turn, reply);
            case RoutingInput.ReplyComposed reply -> ReplyDecision.composed(turn, reply);
            case RoutingInput.ReplySent reply -> ReplyDecision.sent(turn, reply);
            case RoutingInput.ReplyFailed reply -> ReplyDecision.failed(turn, reply);
            case RoutingInput.ReplyBounced reply -> ReplyDecision.bounced(turn, reply);
            case RoutingInput.MailRulesConfigured configured ->
                ConfigurationDecision.configured(turn, configured.rules());
            case RoutingInput.MailRulesRemoved() -> ConfigurationDecision.configured(turn, MailRules.DEFAULT);
            case RoutingInput.AddressConfigured address -> ConfigurationDecision.configured(turn, address);
            case RoutingInput.QueueConfigured queue -> ConfigurationDecision.configured(turn, queue);
            case RoutingInput.FlowConfigured flow -> ConfigurationDecision.configured(turn, flow);
            case RoutingInput.FlowRemoved flow -> turn.state().directory().remove(flow.flowId());
            case RoutingInput.AgentConfigured agent -> ConfigurationDecision.configured(turn, agent);
            case RoutingInput.AddressRemoved address -> turn.state().directory().remove(address.addressId());
            case RoutingInput.QueueRemoved queue -> ConfigurationDecision.removed(turn, queue.queueId());
            case RoutingInput.AgentRemoved agent -> ConfigurationDecision.removed(turn, agent);
            case RoutingInput.TimerElapsed() -> {}
            case RoutingInput.OrganisationRemoved _, RoutingInput.TermsChanged _ ->
                throw new IllegalStateException(
                        "expected the end and the terms of an organisation to be decided before, but they were not");
        }
    }
}
