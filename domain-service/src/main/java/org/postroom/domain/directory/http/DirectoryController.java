package org.postroom.domain.directory.http;

import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.runtime.security.SignedInUser;

/**
 * An {@link EntryController} of a kind to which no rules apply but its own and the directory's; whoever manages
 * the directory may change them.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class DirectoryController<T extends Configured, J extends EntryJson> extends EntryController<T, J> {

    private static final String MANAGE_DIRECTORY = "directory:manage";

    private final Directory<T> directory;
    private final ReadableForm<T, J> form;

    /** Takes the path of the controller, what it shows, and how. */
    protected DirectoryController(String path, Directory<T> directory, ReadableForm<T, J> form) {
        super(path, MANAGE_DIRECTORY, directory, form);
        this.directory = directory;
        this.form = form;
    }

    @Override
    protected final Entry<T> add(SignedInUser user, J json) {
        return directory.create(user, form.value(new Fields(), json));
    }

    @Override
    protected final Entry<T> change(SignedInUser user, String id, J json) {
        var fields = new Fields();
        var version = fields.version(json);
        T value = form.value(fields, json);
        return directory.replace(user, id, version.get(), value);
    }
}
