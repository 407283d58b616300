package org.postroom.domain.transfer.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryKind;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.transfer.Section;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.runtime.security.SignedInUser;

/**
 * A section whose entries have the fields of their JSON form.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class FormSection<T extends Configured, J extends EntryJson> implements Section {

    private final Directory<T> directory;
    private final EntryKind<T, J> kind;

    /** Takes where the entries are, and how they are described. */
    protected FormSection(Directory<T> directory, EntryKind<T, J> kind) {
        this.directory = directory;
        this.kind = kind;
    }

    /** What an entry is called in documents. */
    protected String key(Entry<T> entry) {
        return entry.value().label();
    }

    /** The fields that the key stands for. */
    protected Map<String, String> keyFields(SignedInUser user, String key) {
        return Map.of("name", key);
    }

    /** Adds an entry to the directory. */
    protected abstract Entry<T> add(SignedInUser user, String key, J json);

    /** Changes an entry of the directory. */
    protected abstract Entry<T> change(SignedInUser user, Item present, J json);

    @Override
    public final Layout layout() {
        return kind.layout();
    }

    @Override
    public final List<Item> items(SignedInUser user) {
        return directory.all(user).stream().map(this::item).toList();
    }

    @Override
    public final Item add(SignedInUser user, String key, Map<String, @Nullable Object> fields) {
        return item(add(user, key, read(user, key, fields)));
    }

    @Override
    public final Item change(SignedInUser user, Item present, Map<String, @Nullable Object> fields) {
        return item(change(user, present, read(user, present.key(), fields)));
    }

    @Override
    public void remove(SignedInUser user, Item present) {
        directory.remove(user, present.id());
    }

    private J read(SignedInUser user, String key, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(keyFields(user, key));
        all.putAll(fields);
        return kind.read(all);
    }

    private Item item(Entry<T> entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(directory.fields(entry.value()));
        fields.keySet().removeAll(layout().leftOut());
        fields.values().removeIf(List.of()::equals);
        return new Item(entry.id(), entry.version(), key(entry), fields);
    }
}
