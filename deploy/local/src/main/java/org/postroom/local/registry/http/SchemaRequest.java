package org.postroom.local.registry.http;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.postroom.local.registry.Registry;

/**
 * A schema as clients send it.
 *
 * @param schema its text
 * @param schemaType its language; absent means Avro, the only one that is known here
 * @param references schemas that it refers to; none are supported here
 */
record SchemaRequest(
        @Nullable String schema,
        @Nullable String schemaType,
        @Nullable List<Object> references) {

    /** A request as a schema, or as the reason why it is none. */
    sealed interface Parsed {

        record Valid(Schema schema) implements Parsed {}

        record Invalid(String reason) implements Parsed {}
    }

    Parsed parse() {
        if (schemaType != null && !schemaType.equals("AVRO")) {
            return new Parsed.Invalid("expected the type AVRO, but got " + schemaType);
        }
        if (references != null && !references.isEmpty()) {
            return new Parsed.Invalid("expected a schema without references, but it has " + references.size());
        }
        if (schema == null || schema.isBlank()) {
            return new Parsed.Invalid("expected the property schema, but it is missing");
        }
        try {
            return new Parsed.Valid(Registry.parse(schema));
        } catch (AvroRuntimeException e) {
            return new Parsed.Invalid(String.valueOf(e.getMessage()));
        }
    }
}
