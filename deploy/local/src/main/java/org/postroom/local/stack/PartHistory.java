package org.postroom.local.stack;

import java.time.Instant;
import java.util.Optional;

/**
 * What can be told of a part's process.
 *
 * @param since since when it runs
 * @param restarts how often the part was started again because it had ended by itself
 * @param lastEnd why it ended the last time, in words for people
 */
public record PartHistory(Instant since, int restarts, Optional<String> lastEnd) {}
