package org.postroom.routing.decision;

import java.util.List;

/**
 * What one input led to.
 *
 * @param events what happened, in order
 * @param changes the entities that differ from before, each at most once
 */
public record Decision(List<RoutingEvent> events, List<StateChange> changes) {}
