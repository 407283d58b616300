package org.postroom.domain.flow;

/** Reads definitions. */
public interface DefinitionReader {

    /**
     * Reads a definition and returns it as it is.
     *
     * @throws IllegalArgumentException where it is too long or no YAML document with a mapping at its root; the message
     *     says where
     */
    Definition read(String text);
}
