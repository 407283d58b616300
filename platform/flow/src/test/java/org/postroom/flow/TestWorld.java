package org.postroom.flow;

import java.util.HashMap;
import java.util.Map;
import org.postroom.flow.fact.MailFacts;

/** Flows by their names, and every queue but the one called gone. */
final class TestWorld implements World {

    private final Map<String, RunnableFlow> flows = new HashMap<>();

    void define(String name, String text) {
        flows.put(name, RunnableFlow.of(text, (kind, called) -> called));
    }

    FlowResult run(String text, MailFacts mail, Treatment before) {
        define("main", text);
        return FlowRun.of(new Present("main", 1, flows.get("main")), mail, before, this);
    }

    @Override
    public Called flow(String flowId) {
        var flow = flows.get(flowId);
        return flow == null ? new Absent("expected a flow, but it is gone") : new Present(flowId, 1, flow);
    }

    @Override
    public boolean hasQueue(String queueId) {
        return !queueId.equals("gone");
    }
}
