package org.postroom.routing.journal;

import java.time.Instant;

/** That something was decided upon, and when. */
public record Decided(Instant at) {}
