package org.postroom.inbound.reception.smtp;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Networks;

/** The connections that are open. */
final class Sessions {

    private final Set<InboundSession> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perClient = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** Counts a new session in, and says how many are here; whatever becomes of it, it must {@link #leave} once. */
    Facts.Connection enter(InboundSession session) {
        open.add(session);
        int ofClient = perClient.merge(Networks.clientOf(session.clientAddress()), 1, Integer::sum);
        return new Facts.Connection(session.clientAddress(), open.size(), ofClient);
    }

    /** True once every client has been asked to leave. */
    boolean isClosing() {
        return closing;
    }

    /** A session's connection is closed. */
    void leave(InboundSession session) {
        if (open.remove(session)) {
            perClient.computeIfPresent(
                    Networks.clientOf(session.clientAddress()), (client, count) -> count > 1 ? count - 1 : null);
        }
    }

    int count() {
        return open.size();
    }

    /** Asks every client to leave; those whose mail is coming in may finish it first. */
    void askAllToLeave() {
        closing = true;
        open.forEach(InboundSession::askToLeave);
    }

    /** Cuts the connections that are left. */
    void cutAll() {
        open.forEach(InboundSession::cut);
    }
}
