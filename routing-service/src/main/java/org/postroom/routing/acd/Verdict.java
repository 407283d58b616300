package org.postroom.routing.acd;

import java.util.List;
import org.postroom.routing.id.AgentId;

/** Whether an agent may be offered an interaction now. */
public sealed interface Verdict {

    /** The agent. */
    AgentId agentId();

    /** Every rule allows it. */
    record Allowed(AgentId agentId) implements Verdict {}

    /**
     * At least one rule does not.
     *
     * @param refusals each rule that does not allow it, in the order of the rules
     */
    record Refused(AgentId agentId, List<Refusal> refusals) implements Verdict {}

    /**
     * One rule's no.
     *
     * @param rule the rule's name
     * @param reason in the form "expected ..., but ..."
     */
    record Refusal(String rule, String reason) {}
}
