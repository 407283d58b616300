package org.postroom.local.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.avro.Schema;

/** The registry: reads and changes its content, one caller at a time, and keeps every change in its log first. */
public final class Registry {

    private final ChangeLog log;
    private final Subjects subjects = new Subjects();

    /** Makes a registry with the content that the log adds up to. */
    public Registry(ChangeLog log) {
        this.log = log;
        log.replay(subjects::apply);
    }

    /** What came of the wish to register a schema. */
    public sealed interface Registration {

        /**
         * The schema is a version of the subject, now or since long.
         *
         * @param version the version
         */
        record Registered(SchemaVersion version) implements Registration {}

        /**
         * The schema does not get on with earlier ones.
         *
         * @param problems what stands in the way, one sentence each
         */
        record Incompatible(List<String> problems) implements Registration {}
    }

    /**
     * Registers a schema with a subject; does nothing when it is a version already.
     *
     * @throws IOException when the log could not keep it
     */
    public synchronized Registration register(String subject, Schema schema) throws IOException {
        var known = subjects.find(subject, schema, false);
        if (known.isPresent()) {
            return new Registration.Registered(known.get());
        }
        var problems = subjects.problems(subject, schema, subjects.versionsOf(subject, false));
        if (!problems.isEmpty()) {
            return new Registration.Incompatible(problems);
        }
        var version = subjects.next(subject, schema);
        change(new Change.VersionStored(version));
        return new Registration.Registered(version);
    }

    /** Returns why a schema could not follow one version of a subject or, when none is named, its versions so far. */
    public synchronized List<String> problems(String subject, Schema schema, Optional<SchemaVersion> version) {
        var earlier = version.map(List::of).orElseGet(() -> subjects.versionsOf(subject, false));
        return subjects.problems(subject, schema, earlier);
    }

    /** Returns the names of the subjects in order. */
    public synchronized SortedSet<String> names(boolean withDeleted) {
        return subjects.names(withDeleted);
    }

    /** Returns the versions of a subject, oldest first; empty when it is unknown. */
    public synchronized List<SchemaVersion> versions(String subject, boolean withDeleted) {
        return subjects.versionsOf(subject, withDeleted);
    }

    /** Returns the version of a subject that has this schema. */
    public synchronized Optional<SchemaVersion> find(String subject, Schema schema, boolean withDeleted) {
        return subjects.find(subject, schema, withDeleted);
    }

    /** Returns the text of the schema with an id, in use or deleted. */
    public synchronized Optional<String> schema(int id) {
        return subjects.schema(id);
    }

    /** Returns every version of any subject that has the schema with an id. */
    public synchronized List<SchemaVersion> uses(int id, boolean withDeleted) {
        return subjects.uses(id, withDeleted);
    }

    /**
     * Deletes a version: softly at first, then for good.
     *
     * @throws IOException when the log could not keep it
     */
    public synchronized void delete(SchemaVersion version, boolean permanently) throws IOException {
        change(
                permanently
                        ? new Change.VersionRemoved(version.subject(), version.version())
                        : new Change.VersionStored(version.asDeleted()));
    }

    /**
     * Deletes all versions of a subject softly.
     *
     * @throws IOException when the log could not keep it
     */
    public synchronized void delete(String subject) throws IOException {
        var versions = subjects.versionsOf(subject, false);
        if (!versions.isEmpty()) {
            change(new Change.SubjectDeleted(subject, versions.getLast().version()));
        }
    }

    /** Returns the level of a subject, if it has one of its own. */
    public synchronized Optional<CompatibilityLevel> levelOf(String subject) {
        return subjects.levelOf(subject);
    }

    /** Returns the level of subjects that have none of their own. */
    public synchronized CompatibilityLevel level() {
        return subjects.level();
    }

    /**
     * Sets a compatibility level, or takes it back.
     *
     * @throws IOException when the log could not keep it
     */
    public synchronized void set(Change.LevelSet wish) throws IOException {
        change(wish);
    }

    /**
     * Reads a schema.
     *
     * @throws org.apache.avro.SchemaParseException when the text is no Avro schema
     */
    public static Schema parse(String text) {
        return Subjects.parse(text);
    }

    private void change(Change change) throws IOException {
        log.append(change);
        subjects.apply(change);
    }
}
