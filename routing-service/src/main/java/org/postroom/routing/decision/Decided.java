package org.postroom.routing.decision;

import java.time.Instant;

/** That something was decided upon, and when. */
public record Decided(Instant at) {}
