package org.postroom.domain.directory;

/**
 * One entry's need of another, which therefore must exist and cannot be removed.
 *
 * @param field the field that holds it, as the client wrote it, for instance {@code skills[0].skillId}
 * @param kind the kind of entry needed
 * @param id the identifier of the entry needed
 */
public record Reference(String field, Kind kind, String id) {}
