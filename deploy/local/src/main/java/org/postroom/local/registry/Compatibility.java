package org.postroom.local.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Decides whether a schema may follow earlier ones. */
final class Compatibility {

    private Compatibility() {}

    /** Returns what stands in the way, one sentence each; empty means compatible. */
    static List<String> problems(CompatibilityLevel level, Schema candidate, List<Schema> earlier) {
        var problems = new ArrayList<String>();
        for (var schema : level.relevant(earlier)) {
            if (level.backward()) {
                problems.addAll(reading(candidate, schema, "the new schema cannot read data of an earlier one"));
            }
            if (level.forward()) {
                problems.addAll(reading(schema, candidate, "an earlier schema cannot read data of the new one"));
            }
        }
        return problems;
    }

    private static List<String> reading(Schema reader, Schema writer, String meaning) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> describe(found, meaning))
                .toList();
    }

    private static String describe(Incompatibility found, String meaning) {
        return found.getType() + " at " + found.getLocation() + " (" + found.getMessage() + "): " + meaning;
    }
}
