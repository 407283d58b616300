package org.postroom.local.deadletters;

/**
 * What came of giving back or giving up.
 *
 * @param done whether it is done
 * @param words what happened, in a sentence
 */
public record Outcome(boolean done, String words) {}
