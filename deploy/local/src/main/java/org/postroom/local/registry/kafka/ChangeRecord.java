package org.postroom.local.registry.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.local.http.Json;
import org.postroom.local.registry.Change;
import org.postroom.local.registry.CompatibilityLevel;
import org.postroom.local.registry.SchemaVersion;
import tools.jackson.databind.JsonNode;

/**
 * A change as a record of the topic, in the JSON form of Confluent's registry, so that either can read what the other
 * wrote.
 *
 * @param key what the record is about; the topic is compacted by it
 * @param value its state; null means gone
 */
record ChangeRecord(String key, @Nullable String value) {

    private static final String SUBJECT = "subject";
    private static final String VERSION = "version";

    static ChangeRecord of(Change change) {
        return switch (change) {
            case Change.VersionStored(var version) ->
                new ChangeRecord(schemaKey(version.subject(), version.version()), schemaValue(version));
            case Change.VersionRemoved(var subject, var version) -> new ChangeRecord(schemaKey(subject, version), null);
            case Change.SubjectDeleted(var subject, var upTo) ->
                new ChangeRecord(
                        json("keytype", "DELETE_SUBJECT", SUBJECT, subject, "magic", 0),
                        json(SUBJECT, subject, VERSION, upTo));
            case Change.LevelSet(var subject, var level) ->
                new ChangeRecord(
                        json("keytype", "CONFIG", SUBJECT, subject, "magic", 0),
                        level == null ? null : json("compatibilityLevel", level.name()));
        };
    }

    /** Returns the change, or nothing when the record is of a kind that does not concern us, such as a no-op. */
    Optional<Change> change() {
        var about = Json.MAPPER.readTree(key);
        var state = value == null ? null : Json.MAPPER.readTree(value);
        return switch (about.path("keytype").asString()) {
            case "SCHEMA" -> Optional.of(schemaChange(about, state));
            case "DELETE_SUBJECT" ->
                Optional.ofNullable(state)
                        .map(deleted -> new Change.SubjectDeleted(
                                about.path(SUBJECT).asString(),
                                deleted.path(VERSION).asInt()));
            case "CONFIG" -> Optional.of(levelChange(about, state));
            default -> Optional.empty();
        };
    }

    private static Change schemaChange(JsonNode about, @Nullable JsonNode state) {
        var subject = about.path(SUBJECT).asString();
        int version = about.path(VERSION).asInt();
        if (state == null) {
            return new Change.VersionRemoved(subject, version);
        }
        return new Change.VersionStored(new SchemaVersion(
                subject,
                version,
                state.path("id").asInt(),
                state.path("schema").asString(),
                state.path("deleted").asBoolean(false)));
    }

    private static Change levelChange(JsonNode about, @Nullable JsonNode state) {
        var subject = about.path(SUBJECT);
        return new Change.LevelSet(
                subject.isString() ? subject.asString() : null,
                state == null
                        ? null
                        : CompatibilityLevel.valueOf(
                                state.path("compatibilityLevel").asString()));
    }

    private static String schemaKey(String subject, int version) {
        return json("keytype", "SCHEMA", SUBJECT, subject, VERSION, version, "magic", 1);
    }

    private static String schemaValue(SchemaVersion version) {
        return json(
                SUBJECT,
                version.subject(),
                VERSION,
                version.version(),
                "id",
                version.id(),
                "schema",
                version.schema(),
                "deleted",
                version.deleted());
    }

    private static String json(@Nullable Object... namesAndValues) {
        Map<@Nullable Object, @Nullable Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Json.MAPPER.writeValueAsString(properties);
    }
}
