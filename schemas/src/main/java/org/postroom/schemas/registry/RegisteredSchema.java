package org.postroom.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema as the registry knows it under one subject.
 *
 * @param subject the subject
 * @param id the schema's id, unique in the registry; this is what travels with each record
 * @param version the schema's version under the subject, counted from 1
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int id, int version, Schema schema) {}
