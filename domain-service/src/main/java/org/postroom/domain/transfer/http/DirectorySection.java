package org.postroom.domain.transfer.http;

import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entries;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.runtime.security.SignedInUser;

/**
 * The section of a kind that its description tells all of.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public final class DirectorySection<T extends Configured, J extends EntryJson> extends FormSection<T, J> {

    private final ReadableKind<T, J> kind;
    private final Entries<T> entries;

    /** Takes where the entries are, and how they are described. */
    public DirectorySection(Directory<T> directory, ReadableKind<T, J> kind) {
        super(directory, kind);
        this.kind = kind;
        this.entries = kind.entries(directory);
    }

    @Override
    protected Entry<T> add(SignedInUser user, String key, J json) {
        return entries.create(user, kind.value(new Fields(), json));
    }

    @Override
    protected Entry<T> change(SignedInUser user, Item present, J json) {
        return entries.replace(user, present.id(), present.version(), kind.value(new Fields(), json));
    }

    @Override
    public void remove(SignedInUser user, Item present) {
        entries.remove(user, present.id());
    }
}
