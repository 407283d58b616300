package org.postroom.console.administration.entry;

/**
 * What a change does to one field, in words.
 *
 * @param field the field
 * @param label what the page calls it
 * @param fromText what it is now
 * @param toText what it will be
 */
public record Difference(String field, String label, String fromText, String toText) {}
