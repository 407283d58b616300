package org.postroom.domain.transfer.http;

import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.transfer.Item;
import org.postroom.domain.transfer.Layout;
import org.postroom.runtime.security.SignedInUser;

/**
 * A section of a kind to which no rules apply but its own and the directory's, unless overridden.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public class DirectoryPart<T extends Configured, J extends EntryJson> extends FormPart<T, J> {

    private final Directory<T> directory;
    private final ReadableForm<T, J> form;

    /** Takes where the entries stand, in documents and in the directory, and their JSON form. */
    public DirectoryPart(Layout layout, Directory<T> directory, ReadableForm<T, J> form) {
        super(layout, directory, form);
        this.directory = directory;
        this.form = form;
    }

    /** Adds an entry to the directory. */
    protected Entry<T> add(SignedInUser user, String key, T value) {
        return directory.create(user, value);
    }

    /** Changes an entry of the directory. */
    protected Entry<T> change(SignedInUser user, Item present, T value) {
        return directory.replace(user, present.id(), present.version(), value);
    }

    @Override
    protected final Entry<T> add(SignedInUser user, String key, J json) {
        return add(user, key, form.value(new Fields(), json));
    }

    @Override
    protected final Entry<T> change(SignedInUser user, Item present, J json) {
        return change(user, present, form.value(new Fields(), json));
    }
}
