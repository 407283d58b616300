package org.postroom.routing.journal.kafka.stored;

import org.postroom.routing.decision.EntityKind;

/**
 * The stored form of routing's entities. The first byte is the version of the form, so that each entity says how it is to be
 * read; a brace begins the JSON of the time before there were versions. Every version that was ever released is read, and
 * what it lacks is raised to what it means today; written is only the newest. A sample of each entity in each version lies
 * under {@code src/test/resources/state-cases}.
 *
 * <p>Not safe for use by several threads.
 */
public final class StoredForm {

    /** The version that is written: to be counted up with every change of what is written. */
    public static final int VERSION = 4;

    private static final int JSON = '{';

    private final JsonForm json = new JsonForm();
    private final StoredWriter writer = new StoredWriter();

    /** Makes the form. */
    public StoredForm() {}

    /** Writes an entity of a kind. */
    public byte[] write(EntityKind kind, Object entity) {
        writer.begin(VERSION);
        write(form(kind), entity);
        return writer.toBytes();
    }

    /**
     * Reads an entity of a kind.
     *
     * @throws IllegalArgumentException where the bytes are of a later version than this release knows, or damaged
     */
    public Object read(EntityKind kind, byte[] stored) {
        if (stored.length == 0) {
            throw new IllegalArgumentException("expected a stored " + kind + ", but got no bytes");
        }
        int version = stored[0];
        if (version == JSON) {
            return json.read(kind, stored);
        }
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException("expected a stored " + kind + " of version 1 to " + VERSION
                    + ", but it has version " + version + ": a later release wrote it");
        }
        var reader = new StoredReader(stored, version);
        Object entity = form(kind).read(reader);
        reader.requireEnd();
        return entity;
    }

    @SuppressWarnings("unchecked") // the form of a kind takes the kind's entities, as a wrong one's cast tells
    private void write(EntityForm<?> form, Object entity) {
        ((EntityForm<Object>) form).write(entity, writer);
    }

    private static EntityForm<?> form(EntityKind kind) {
        return switch (kind) {
            case ADDRESS -> DirectoryForms.ADDRESS;
            case QUEUE -> DirectoryForms.QUEUE;
            case FLOW -> DirectoryForms.FLOW;
            case AGENT -> DirectoryForms.AGENT;
            case PRESENCE -> OtherForms.PRESENCE;
            case CONVERSATION -> OtherForms.CONVERSATION;
            case INTERACTION -> InteractionForm.INTERACTION;
            case DECIDED_EMAIL, DECIDED_COMMAND, DECIDED_BOUNCE -> OtherForms.DECIDED;
            case TERMS -> OtherForms.TERMS;
            case MAIL_RULES -> DirectoryForms.MAIL_RULES;
            case AUTOMATIC_SENDER -> OtherForms.AUTOMATIC_SENDER;
        };
    }
}
