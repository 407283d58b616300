package org.postroom.local.registry;

/**
 * A schema as one version of a subject.
 *
 * @param subject the subject
 * @param version the version, counted from 1 within the subject
 * @param id the schema's id, the same in every subject
 * @param schema the schema's text
 * @param deleted whether it was deleted softly: its id can still be resolved
 */
public record SchemaVersion(String subject, int version, int id, String schema, boolean deleted) {

    SchemaVersion asDeleted() {
        return new SchemaVersion(subject, version, id, schema, true);
    }
}
