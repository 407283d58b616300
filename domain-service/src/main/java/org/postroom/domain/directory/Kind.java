package org.postroom.domain.directory;

/**
 * A kind of entry in the directory.
 *
 * @param word the kind in the field's word, as keys of records and messages to people use it, for instance {@code queue}
 */
public record Kind(String word) {}
