package org.postroom.console.projection;

/**
 * An event's place in the log with what it means.
 *
 * @param position where it stands
 * @param projected what it means; nothing for an event that is only passed
 */
public record Step(LogPosition position, Projected projected) {}
