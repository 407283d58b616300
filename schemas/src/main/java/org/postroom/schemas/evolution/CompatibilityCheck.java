package org.postroom.schemas.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.postroom.schemas.evolution.ReleasedSchemas.Released;

/**
 * FULL_TRANSITIVE: a schema can read what every released version wrote (old records are kept for ever), and every
 * released version can read what it writes (programs of two releases run side by side during a roll-out).
 */
final class CompatibilityCheck {

    private CompatibilityCheck() {}

    /**
     * Finds what breaks the promise.
     *
     * @param current today's schemas, by topic and the record's full name
     * @param released what was released
     * @return one sentence for each problem, with the cure; empty where all is well
     */
    static List<String> problems(Map<String, Map<String, Schema>> current, List<Released> released) {
        List<String> problems = new ArrayList<>();
        for (Released old : released) {
            Schema now = current.getOrDefault(old.topic(), Map.of()).get(old.recordName());
            if (now == null) {
                problems.add(
                        "%s was released for %s, but is gone: its records are still in the log. Bring the schema and its catalogue entry back."
                                .formatted(old.recordName(), old.topic()));
            } else {
                compare(now, old, problems);
            }
        }
        return problems;
    }

    private static void compare(Schema now, Released old, List<String> problems) {
        incompatibility(now, old.schema())
                .forEach(reason -> problems.add(
                        "%s of today cannot read records of released version %d: %s. Give new fields a default."
                                .formatted(old.recordName(), old.version(), reason)));
        incompatibility(old.schema(), now)
                .forEach(reason -> problems.add(
                        "Released version %d of %s cannot read records of today: %s. Keep fields that have no default, and their types."
                                .formatted(old.version(), old.recordName(), reason)));
    }

    private static List<String> incompatibility(Schema reader, Schema writer) {
        SchemaPairCompatibility result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return result.getResult().getIncompatibilities().stream()
                .map(found -> "%s at %s (%s)".formatted(found.getType(), found.getLocation(), found.getMessage()))
                .toList();
    }
}
