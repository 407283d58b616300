package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.id.FlowId;

/** The configured flows; they are looked at when a mail asks for one. */
final class Flows extends Slice<FlowId, Flow> {

    Flows() {
        super(EntityKind.FLOW, Flow.class, FlowId::new);
    }

    @Override
    void follow(FlowId id, @Nullable Flow before, @Nullable Flow after) {}
}
