package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.Id;

/** What was decided upon within a window, so that a repeat is recognised. */
final class Repeats<K extends Id> extends Slice<K, Decided> {

    private final Duration window;
    private final Memory<K> memory;

    /** @param window how long a repeat is recognised */
    Repeats(EntityKind kind, Function<String, K> idOf, Duration window) {
        super(kind, Decided.class, idOf);
        this.window = window;
        this.memory = new Memory<>(window);
    }

    /** True where it was decided upon within the window. */
    boolean has(K id, Instant now) {
        var decided = get(id);
        return decided != null && decided.at().plus(window).isAfter(now);
    }

    void note(K id, Instant now) {
        put(id, new Decided(now));
    }

    @Override
    void follow(K id, @Nullable Decided before, @Nullable Decided after) {
        if (after != null) {
            memory.remember(id, after.at());
        }
    }

    @Override
    void forgetDue(Instant now) {
        memory.forgetDue(now, (id, _) -> {
            remove(id);
            return true;
        });
    }

    @Override
    void settle() {
        super.settle();
        memory.sort();
    }
}
