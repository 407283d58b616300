package org.postroom.domain.address;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Id;
import org.postroom.domain.flow.Flow;

/**
 * Where mail goes that is taken for spam.
 *
 * @param action what happens to it
 * @param flow the flow that decides on it; null where it is disconnected
 */
public record SpamRoute(Action action, @Nullable Id<Flow> flow) {

    /** Spam is disconnected: it reaches nobody, and stays findable. */
    public static final SpamRoute DISCONNECTED = new SpamRoute(Action.DISCONNECT, null);

    /** What happens to spam. */
    public enum Action {
        /** It is disconnected. */
        DISCONNECT,
        /** A flow decides. */
        FLOW
    }

    /** Checks that a flow is named exactly where one decides. */
    public SpamRoute {
        if (action == Action.FLOW && flow == null) {
            throw new IllegalArgumentException("expected the flow that decides on spam, but there is none");
        }
        if (action == Action.DISCONNECT && flow != null) {
            throw new IllegalArgumentException("expected no flow where spam is disconnected, but got " + flow.value());
        }
    }
}
