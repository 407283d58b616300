package org.postroom.local.chaos;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the customers' mail servers know of their mails: which were taken, and which were refused for good. */
final class Ledger {

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    /** A customer has written a mail. */
    void written(String messageId) {
        waiting.add(messageId);
    }

    /** The server has taken a mail: its answer began with 2. */
    void accepted(String messageId) {
        accepted.add(messageId);
        waiting.remove(messageId);
    }

    /** The server does not want a mail at all: its answer began with 5. */
    void refused(String messageId, String answer) {
        refused.put(messageId, answer);
        waiting.remove(messageId);
    }

    /** How many mails are still to be taken. */
    int waiting() {
        return waiting.size();
    }

    /** The mails that were taken. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /** The mails that were refused for good, each with the server's answer. */
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }
}
