package org.postroom.routing.interaction;

/** In the waiting list of its queue. */
public sealed interface InQueue extends Interaction permits Waiting, Kept {

    /** The same for every agent who may take it. */
    Waiting forEverybody();
}
