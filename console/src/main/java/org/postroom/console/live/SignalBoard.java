package org.postroom.console.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which open pages of this replica watch what. */
public final class SignalBoard {

    private final Map<Signal, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();

    /** Makes a board that nobody watches yet. */
    public SignalBoard() {}

    /** Begins to watch; the caller closes what it gets. */
    public Subscription subscribe(Signal interest) {
        var subscription = new Subscription(ended -> remove(interest, ended));
        subscriptions.compute(interest, (signal, present) -> {
            Set<Subscription> watchers = present == null ? ConcurrentHashMap.newKeySet() : present;
            watchers.add(subscription);
            return watchers;
        });
        return subscription;
    }

    /** Wakes whoever watches this. */
    public void post(Signal signal) {
        subscriptions.getOrDefault(signal, Set.of()).forEach(Subscription::wake);
    }

    /** Wakes everybody: for when signals may have been missed. */
    public void postAll() {
        subscriptions.values().forEach(watchers -> watchers.forEach(Subscription::wake));
    }

    /** Ends all watching: for when the console stops. */
    public void closeAll() {
        subscriptions.values().forEach(watchers -> Set.copyOf(watchers).forEach(Subscription::close));
    }

    private void remove(Signal interest, Subscription ended) {
        subscriptions.computeIfPresent(interest, (signal, watchers) -> {
            watchers.remove(ended);
            return watchers.isEmpty() ? null : watchers;
        });
    }
}
