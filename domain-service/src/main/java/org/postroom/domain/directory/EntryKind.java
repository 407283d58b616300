package org.postroom.domain.directory;

import org.apache.avro.specific.SpecificRecord;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.JsonForm;

/**
 * Describes a kind of entry, once, to all that keeps, shows, publishes and transfers entries: its word and what it is
 * needed by ({@link Layout}), its types, its JSON form, the event that carries its state, and who may change it. To be
 * a bean is to be registered: the kind's publisher and {@link Directory} are made from its description.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class EntryKind<T extends Configured, J extends EntryJson> extends JsonForm<T, J> {

    private final Class<T> type;
    private final Layout layout;

    /**
     * Describes a kind.
     *
     * @param type the state of an entry
     * @param json the JSON form of an entry
     * @param layout the kind, and how its entries stand in documents
     */
    protected EntryKind(Class<T> type, Class<J> json, Layout layout) {
        super(json);
        this.type = type;
        this.layout = layout;
    }

    /** The kind. */
    public final Kind kind() {
        return layout.kind();
    }

    /** The state of an entry. */
    public final Class<T> type() {
        return type;
    }

    /** How its entries stand in documents. */
    public final Layout layout() {
        return layout;
    }

    /** The event that carries an entry's state to everyone else; a removed entry is a null value under the same key. */
    public abstract SpecificRecord event(String organisationId, Entry<T> entry);

    /** The permission that adding, changing and removing entries needs. */
    public String permissionToChange() {
        return "directory:manage";
    }

    /** Whether an organisation may have only as many as of any kind; false where rules of the kind say how many. */
    public boolean isCounted() {
        return true;
    }
}
