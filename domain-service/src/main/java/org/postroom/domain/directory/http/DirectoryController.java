package org.postroom.domain.directory.http;

import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entries;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.runtime.security.SignedInUser;

/**
 * The REST endpoints of a kind that its description tells all of. A kind's own class names the path and the types, which
 * Spring and the description of the API read from it, and has nothing else.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class DirectoryController<T extends Configured, J extends EntryJson> extends EntryController<T, J> {

    private final ReadableKind<T, J> kind;
    private final Entries<T> entries;

    /** Takes what it shows and changes, and how it is described. */
    protected DirectoryController(Directory<T> directory, ReadableKind<T, J> kind) {
        super(directory, kind);
        this.kind = kind;
        this.entries = kind.entries(directory);
    }

    @Override
    protected final Entry<T> add(SignedInUser user, J json) {
        return entries.create(user, kind.value(new Fields(), json));
    }

    @Override
    protected final Entry<T> change(SignedInUser user, String id, J json) {
        var fields = new Fields();
        var version = fields.version(json);
        T value = kind.value(fields, json);
        return entries.replace(user, id, version.get(), value);
    }

    @Override
    protected final void take(SignedInUser user, String id) {
        entries.remove(user, id);
    }
}
