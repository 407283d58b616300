package org.postroom.local.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The content of the registry: what all changes so far add up to. Not safe for use by several threads. */
final class Subjects {

    private final Map<String, NavigableMap<Integer, SchemaVersion>> versions = new TreeMap<>();
    private final Map<Integer, String> schemas = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel level = CompatibilityLevel.FULL_TRANSITIVE;
    private int lastId;

    void apply(Change change) {
        switch (change) {
            case Change.VersionStored(var version) -> store(version);
            case Change.VersionRemoved(var subject, var version) -> remove(subject, version);
            case Change.SubjectDeleted(var subject, var upTo) ->
                of(subject).headMap(upTo, true).replaceAll((number, version) -> version.asDeleted());
            case Change.LevelSet(var subject, var newLevel) -> {
                if (subject == null) {
                    level = newLevel == null ? CompatibilityLevel.FULL_TRANSITIVE : newLevel;
                } else if (newLevel == null) {
                    levels.remove(subject);
                } else {
                    levels.put(subject, newLevel);
                }
            }
        }
    }

    private void store(SchemaVersion version) {
        versions.computeIfAbsent(version.subject(), name -> new TreeMap<>()).put(version.version(), version);
        schemas.put(version.id(), version.schema());
        ids.put(canonical(parse(version.schema())), version.id());
        lastId = Math.max(lastId, version.id());
    }

    private void remove(String subject, int version) {
        var ofSubject = of(subject);
        ofSubject.remove(version);
        if (ofSubject.isEmpty()) {
            versions.remove(subject);
        }
    }

    /** Returns the names of the subjects in order; those with only deleted versions when asked for. */
    SortedSet<String> names(boolean withDeleted) {
        var names = new TreeSet<String>();
        for (var subject : versions.keySet()) {
            if (!versionsOf(subject, withDeleted).isEmpty()) {
                names.add(subject);
            }
        }
        return names;
    }

    /** Returns the versions of a subject, oldest first; empty when it is unknown. */
    List<SchemaVersion> versionsOf(String subject, boolean withDeleted) {
        return of(subject).values().stream()
                .filter(version -> withDeleted || !version.deleted())
                .toList();
    }

    /** Returns the version of a subject that has this schema. */
    Optional<SchemaVersion> find(String subject, Schema schema, boolean withDeleted) {
        var canonical = canonical(schema);
        return versionsOf(subject, withDeleted).stream()
                .filter(version -> canonical(parse(version.schema())).equals(canonical))
                .findFirst();
    }

    /** Returns the text of the schema with an id, in use or deleted. */
    Optional<String> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    /** Returns every version of any subject that has the schema with an id. */
    List<SchemaVersion> uses(int id, boolean withDeleted) {
        return versions.keySet().stream()
                .flatMap(subject -> versionsOf(subject, withDeleted).stream())
                .filter(version -> version.id() == id)
                .toList();
    }

    /** Returns the version that a schema would get in a subject: its id is kept when the schema is known. */
    SchemaVersion next(String subject, Schema schema) {
        int number = of(subject).isEmpty() ? 1 : of(subject).lastKey() + 1;
        int id = ids.getOrDefault(canonical(schema), lastId + 1);
        return new SchemaVersion(subject, number, id, schema.toString(), false);
    }

    Optional<CompatibilityLevel> levelOf(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    CompatibilityLevel level() {
        return level;
    }

    /** Returns why a schema must not follow these versions of its subject. */
    List<String> problems(String subject, Schema schema, Collection<SchemaVersion> earlier) {
        var parsed = new ArrayList<Schema>();
        earlier.forEach(version -> parsed.add(parse(version.schema())));
        return Compatibility.problems(levels.getOrDefault(subject, level), schema, parsed);
    }

    private NavigableMap<Integer, SchemaVersion> of(String subject) {
        return versions.getOrDefault(subject, new TreeMap<>());
    }

    /** Documentation and defaults are part of a schema's identity, white space and order of properties are not. */
    private static String canonical(Schema schema) {
        return schema.toString();
    }

    static Schema parse(String text) {
        return new SchemaParser().parse(text).mainSchema();
    }
}
