package org.postroom.console.projection;

import java.util.List;

/**
 * Something that pages read, made from the log alone: tables that belong together, and that can be made anew without the others.
 *
 * @param name its name for operators, tables and metrics: lower-case letters
 * @param version which form of tables and which meaning of events this release has; a greater one than what is in the database
 *     is filled from the log's beginning and then takes over
 * @param topics the topics that it is made from
 */
public record ReadModel(String name, int version, List<String> topics) {

    /** Refuses a name that could not be part of a schema's. */
    public ReadModel {
        topics = List.copyOf(topics);
        if (!name.matches("[a-z]{1,30}")) {
            throw new IllegalArgumentException("expected up to 30 lower-case letters, but got " + name);
        }
        if (version < 1) {
            throw new IllegalArgumentException("expected a version from 1, but got " + version);
        }
    }
}
