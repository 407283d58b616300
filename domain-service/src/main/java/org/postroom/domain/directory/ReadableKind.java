package org.postroom.domain.directory;

import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;

/**
 * Describes a kind whose entries are what their JSON form says and nothing more. So its REST endpoints and its section of
 * configuration documents follow from the description, too.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class ReadableKind<T extends Configured, J extends EntryJson> extends EntryKind<T, J> {

    /** Describes a kind, as {@link EntryKind} does. */
    protected ReadableKind(Class<T> type, Class<J> json, Layout layout) {
        super(type, json, layout);
    }

    /**
     * Reads the state of an entry.
     *
     * @param fields takes what is refused; {@link Fields#whole} ends the reading
     * @throws org.postroom.runtime.problem.InvalidFieldsException where any field was refused; it names all of them
     */
    public abstract T value(Fields fields, J json);

    /** What adds, changes and removes entries: their directory, unless there are rules beyond it. */
    public Entries<T> entries(Directory<T> directory) {
        return directory;
    }
}
