package org.postroom.routing.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that happened to one interaction: its mails, what agents did, its replies. It begins with one identifier, of the
 * interaction, one of its mails or replies, or with a Message-ID, and learns the others from what it hears; whoever tells it the log
 * tells it again for as long as it {@link #hasLearnt} something. Not for several threads.
 */
public final class Story {

    /** What an identifier of the story may stand in. */
    private static final List<String> MENTIONS = List.of("interactionId", "emailId", "replyId", "messageId");

    /** What the story goes on with. A Message-ID is only what somebody wrote into a mail: it is looked for, never followed. */
    private static final List<String> FOLLOWED = List.of("interactionId", "emailId", "replyId");

    /** Facts of one moment stand in the order in which one leads to the other. */
    private static final List<String> ORDER = List.of(
            "postroom.email-events",
            "postroom.routing-commands",
            "postroom.reply-events",
            "postroom.routing-journal",
            "postroom.interaction-events");

    private static final Comparator<LoggedFact> AS_IT_HAPPENED = Comparator.comparing(LoggedFact::at)
            .thenComparingInt(fact -> rank(fact.topic()))
            .thenComparing(LoggedFact::topic)
            .thenComparingInt(LoggedFact::partition)
            .thenComparingLong(LoggedFact::offset);

    private final Map<String, LoggedFact> facts = new HashMap<>();
    private Set<String> ids;
    private int idsWhenToldLast = 1;

    /**
     * The story of what has this identifier.
     *
     * @param id of an interaction, a mail or a reply, or a Message-ID with or without its angle brackets
     */
    public Story(String id) {
        ids = Set.of(id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id);
    }

    /** The identifiers that it knows by now. */
    public Set<String> ids() {
        return ids;
    }

    /** Hears of something that happened; what belongs to the story is kept, once. */
    public void hear(LoggedFact fact) {
        if (MENTIONS.stream().anyMatch(field -> ids.contains(fact.text(field)))) {
            facts.putIfAbsent(fact.place(), fact);
            FOLLOWED.stream().map(fact::text).filter(id -> !id.isEmpty()).forEach(this::learn);
        }
    }

    private void learn(String id) {
        if (!ids.contains(id)) {
            var more = new HashSet<>(ids);
            more.add(id);
            ids = Set.copyOf(more);
        }
    }

    /** True where the log is to be told once more: earlier records may speak of what was learnt since. */
    public boolean hasLearnt() {
        boolean learnt = ids.size() > idsWhenToldLast;
        idsWhenToldLast = ids.size();
        return learnt;
    }

    /** What happened, in order. */
    public List<LoggedFact> inOrder() {
        var all = new ArrayList<>(facts.values());
        all.sort(AS_IT_HAPPENED);
        return all;
    }

    private static int rank(String topic) {
        int place = ORDER.indexOf(topic);
        return place < 0 ? ORDER.size() : place;
    }
}
