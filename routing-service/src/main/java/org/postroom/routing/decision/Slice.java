package org.postroom.routing.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.Id;

/**
 * The entities of one kind: kept, noted where they change, put back after a restart. What follows from them elsewhere (an
 * index, the waiting list, a timer) is kept in step by {@link #follow}, and by nothing else.
 */
abstract class Slice<K extends Id, V> {

    private final EntityKind kind;
    private final Class<V> type;
    private final Function<String, K> idOf;
    private final Map<K, V> byId = new HashMap<>();
    private final Set<K> changed = new LinkedHashSet<>();

    Slice(EntityKind kind, Class<V> type, Function<String, K> idOf) {
        this.kind = kind;
        this.type = type;
        this.idOf = idOf;
    }

    final EntityKind kind() {
        return kind;
    }

    final @Nullable V get(K id) {
        return byId.get(id);
    }

    final boolean contains(K id) {
        return byId.containsKey(id);
    }

    final Collection<V> all() {
        return byId.values();
    }

    final void put(K id, V entity) {
        var before = byId.put(id, entity);
        changed.add(id);
        follow(id, before, entity);
    }

    final void remove(K id) {
        var before = byId.remove(id);
        if (before != null) {
            changed.add(id);
            follow(id, before, null);
        }
    }

    /**
     * Keeps in step what follows from an entity.
     *
     * @param before null where it is new
     * @param after null where it is gone
     */
    abstract void follow(K id, @Nullable V before, @Nullable V after);

    /** Forgets a few of those whose time has passed; nothing of a kind that is kept until it is removed. */
    void forgetDue(Instant now) {}

    /** Puts back an entity that is already stored; what follows from it comes with {@link #settle}. */
    final void restore(String id, @Nullable Object stored) {
        if (!type.isInstance(stored)) {
            throw new IllegalArgumentException("expected a stored " + kind + ", but got " + stored);
        }
        byId.put(idOf.apply(id), type.cast(stored));
    }

    /** Brings about what follows from the entities that were put back, once all of every kind are. */
    void settle() {
        byId.forEach((id, entity) -> follow(id, null, entity));
    }

    /** Hands over what changed since the last time, each entity once. */
    final void drainChangesTo(List<StateChange> changes) {
        if (changed.isEmpty()) {
            return;
        }
        for (var id : changed) {
            changes.add(new StateChange(kind, id.value(), byId.get(id)));
        }
        changed.clear();
    }

    /** Hands over every entity as it is. */
    final void snapshotTo(List<StateChange> entities) {
        byId.forEach((id, entity) -> entities.add(new StateChange(kind, id.value(), entity)));
    }

    /** Removes everything; what follows from it is left as it was, since the state is of no use afterwards. */
    final void removeAll() {
        changed.addAll(byId.keySet());
        byId.clear();
    }
}
