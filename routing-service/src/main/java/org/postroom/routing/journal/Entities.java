package org.postroom.routing.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.Id;

/** The entities of one kind, by id, with a note of which changed since they were last asked for. */
final class Entities<K extends Id, V> {

    private final EntityKind kind;
    private final Map<K, V> byId = new HashMap<>();
    private final Set<K> changed = new LinkedHashSet<>();

    Entities(EntityKind kind) {
        this.kind = kind;
    }

    @Nullable
    V get(K id) {
        return byId.get(id);
    }

    boolean contains(K id) {
        return byId.containsKey(id);
    }

    Collection<V> all() {
        return byId.values();
    }

    Set<K> ids() {
        return byId.keySet();
    }

    void put(K id, V entity) {
        byId.put(id, entity);
        changed.add(id);
    }

    void remove(K id) {
        if (byId.remove(id) != null) {
            changed.add(id);
        }
    }

    void removeAll() {
        changed.addAll(byId.keySet());
        byId.clear();
    }

    /** Puts an entity back that is already stored. */
    void restore(K id, V entity) {
        byId.put(id, entity);
    }

    void drainChangesTo(List<StateChange> changes) {
        if (changed.isEmpty()) {
            return;
        }
        for (var id : changed) {
            changes.add(new StateChange(kind, id.value(), byId.get(id)));
        }
        changed.clear();
    }
}
