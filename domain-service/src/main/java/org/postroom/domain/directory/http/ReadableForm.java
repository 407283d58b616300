package org.postroom.domain.directory.http;

/**
 * Reads a kind of entry from its JSON form, too.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class ReadableForm<T, J extends EntryJson> extends JsonForm<T, J> {

    /** Makes the form of one kind. */
    protected ReadableForm(Class<J> type) {
        super(type);
    }

    /**
     * Reads the state of an entry.
     *
     * @param fields takes what is refused; {@link Fields#whole} ends the reading
     * @throws org.postroom.runtime.problem.InvalidFieldsException where any field was refused; it names all of them
     */
    public abstract T value(Fields fields, J json);
}
