package org.postroom.routing.decision;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.InvalidDefinitionException;
import org.postroom.flow.Mention;
import org.postroom.flow.RunnableFlow;
import org.postroom.flow.World;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.id.FlowId;

/** The configured flows; a definition is made ready when a mail first asks for it. */
final class Flows extends Slice<FlowId, Flow> {

    private final Map<FlowId, World.Called> ready = new HashMap<>();

    Flows() {
        super(EntityKind.FLOW, Flow.class, FlowId::new);
    }

    @Override
    void follow(FlowId id, @Nullable Flow before, @Nullable Flow after) {
        ready.remove(id);
    }

    /** The flow as it is run. */
    World.Called runnable(FlowId flowId) {
        return ready.computeIfAbsent(flowId, id -> madeReady(id, get(id)));
    }

    /** What another release could run, and this one cannot, must not stop the mail. */
    private static World.Called madeReady(FlowId flowId, @Nullable Flow flow) {
        if (flow == null) {
            return new World.Absent("expected a flow that is configured, but it is gone");
        }
        var published = flow.published();
        if (published == null) {
            return new World.Absent("expected a flow with a published definition, but it has none");
        }
        try {
            var runnable = RunnableFlow.of(published.text(), Mention.meaning(published.mentions()));
            return new World.Present(flowId.value(), published.version(), runnable);
        } catch (InvalidDefinitionException wrong) {
            return new World.Absent("expected a definition that can be run, but "
                    + wrong.problems().getFirst());
        }
    }
}
