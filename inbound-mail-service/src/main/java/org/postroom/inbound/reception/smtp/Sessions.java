package org.postroom.inbound.reception.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.inbound.reception.Reply;

/** The connections that are open, and how many may be. */
final class Sessions {

    private final int mostSessions;
    private final int mostPerClient;
    private final Set<InboundSession> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perClient = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Sessions(SmtpSettings settings) {
        this.mostSessions = settings.maximumConnections();
        this.mostPerClient = settings.maximumConnectionsPerClient();
    }

    /** Takes a new session in, or says why not; either way it must {@link #leave} once. */
    Optional<Reply> admit(InboundSession session) {
        open.add(session);
        int ofClient = perClient.merge(session.clientAddress(), 1, Integer::sum);
        if (closing) {
            return Optional.of(Replies.SHUTTING_DOWN);
        }
        return open.size() > mostSessions || ofClient > mostPerClient
                ? Optional.of(Replies.TOO_MANY_CONNECTIONS)
                : Optional.empty();
    }

    /** A session's connection is closed. */
    void leave(InboundSession session) {
        if (open.remove(session)) {
            perClient.computeIfPresent(session.clientAddress(), (address, count) -> count > 1 ? count - 1 : null);
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
