package org.postroom.domain.flow;

/**
 * A definition with its place among the definitions of a flow.
 *
 * @param version the version, counted from 1
 * @param definition the definition
 */
public record VersionedDefinition(long version, Definition definition) {}
