package org.postroom.routing.interaction;

/** In the waiting list of its queue. */
public sealed interface InQueue extends Interaction permits Waiting {}
