package org.postroom.routing.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.history.Balance.Discrepancy;
import org.postroom.routing.history.Balance.Mails;
import org.postroom.routing.history.Balance.Replies;
import org.postroom.routing.history.Balance.Work;

/**
 * What became of mails, interactions and replies, by the log alone: each mail that was accepted ends in exactly one place, each
 * interaction in exactly one end, each reply in exactly one outcome. It is told first of what began within the time that is looked
 * at, then of how things ended; what it did not hear begin is not counted. Not for several threads.
 */
public final class Account {

    private final Map<String, MailEntry> mails = new HashMap<>();
    private final Map<String, WorkEntry> interactions = new HashMap<>();
    private final Map<String, ReplyEntry> replies = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    /** How the decision on a mail ended. */
    public enum MailEnd {
        /** It belongs to an interaction. */
        ROUTED,
        /** It is kept and became no work. */
        KEPT_ASIDE,
        /** It ended with a reason. */
        DISCARDED,
        /** It is an earlier mail once more, whose end is the earlier one's. */
        REPEATED,
        /** Deciding upon it broke off; given back, it ends once more. */
        BROKE_OFF
    }

    /** How a reply ended. */
    public enum ReplyEnd {
        /** Every recipient's server took it. */
        SENT,
        /** It could not be delivered. */
        FAILED,
        /** Nobody knows whether it arrived. */
        UNCERTAIN
    }

    private static final class MailEntry {
        private final Instant at;
        private final Map<MailEnd, Integer> ends = new EnumMap<>(MailEnd.class);
        private int arrivals;

        MailEntry(Instant at) {
            this.at = at;
        }

        int ended() {
            return ends.values().stream().mapToInt(Integer::intValue).sum();
        }

        int times(MailEnd end) {
            return ends.getOrDefault(end, 0);
        }

        int places() {
            return times(MailEnd.ROUTED) + times(MailEnd.KEPT_ASIDE) + times(MailEnd.DISCARDED);
        }

        @Nullable
        MailEnd end() {
            return ends.isEmpty() ? null : ends.keySet().iterator().next();
        }
    }

    private static final class WorkEntry {
        private final Instant at;
        private boolean ended;
        private int endedAgain;

        WorkEntry(Instant at) {
            this.at = at;
        }
    }

    private static final class ReplyEntry {
        private final String organisationId;
        private final Instant at;
        private final List<ReplyEnd> ends = new ArrayList<>(1);

        ReplyEntry(String organisationId, Instant at) {
            this.organisationId = organisationId;
            this.at = at;
        }
    }

    /** A mail was accepted; once more where it was transmitted again or given back. */
    public void received(String emailId, Instant at) {
        mails.computeIfAbsent(emailId, _ -> new MailEntry(at)).arrivals++;
    }

    /** A mail was decided upon. */
    public void decided(String emailId, MailEnd end) {
        var mail = mails.get(emailId);
        if (mail != null) {
            mail.ends.merge(end, 1, Integer::sum);
        }
    }

    /** A mail began an interaction. */
    public void begun(String interactionId, Instant at) {
        interactions.putIfAbsent(interactionId, new WorkEntry(at));
    }

    /** An interaction is open, whatever it was before: it waits, or an agent has it again. */
    public void opened(String interactionId) {
        var interaction = interactions.get(interactionId);
        if (interaction != null) {
            interaction.ended = false;
        }
    }

    /** An interaction reached its end. */
    public void ended(String interactionId) {
        var interaction = interactions.get(interactionId);
        if (interaction != null) {
            interaction.endedAgain += interaction.ended ? 1 : 0;
            interaction.ended = true;
        }
    }

    /** An agent asked for a reply. */
    public void requested(String organisationId, String replyId, Instant at) {
        replies.putIfAbsent(replyId, new ReplyEntry(organisationId, at));
    }

    /** A reply's outcome. */
    public void ended(String replyId, ReplyEnd end) {
        var reply = replies.get(replyId);
        if (reply != null) {
            reply.ends.add(end);
        }
    }

    /** An organisation was removed, and its replies that were on their way with it. */
    public void removed(String organisationId) {
        removed.add(organisationId);
    }

    /**
     * Draws the balance.
     *
     * @param now the moment of it
     * @param patience for how long a mail may be on its way to a decision
     * @param replyPatience for how long a reply may be on its way to its outcome
     */
    public Balance balance(Instant now, Duration patience, Duration replyPatience) {
        List<Discrepancy> found = new ArrayList<>();
        return new Balance(
                mails(now.minus(patience), found), work(found), replies(now.minus(replyPatience), found), found);
    }

    private Mails mails(Instant due, List<Discrepancy> found) {
        Map<MailEnd, Long> places = new EnumMap<>(MailEnd.class);
        long onTheirWay = 0;
        for (var each : mails.entrySet()) {
            var mail = each.getValue();
            var end = mail.end();
            if (end != null) {
                places.merge(end, 1L, Long::sum);
            }
            if (mail.ended() < mail.arrivals) {
                onTheirWay += end == null ? 1 : 0;
                if (mail.at.isBefore(due)) {
                    found.add(new Discrepancy(
                            "mail",
                            each.getKey(),
                            mail.at,
                            "it was accepted " + times(mail.arrivals) + " and ended " + times(mail.ended())));
                }
            } else if (mail.ended() > mail.arrivals || mail.places() > 1) {
                found.add(new Discrepancy(
                        "mail",
                        each.getKey(),
                        mail.at,
                        "it was accepted " + times(mail.arrivals) + " and ended " + times(mail.ended()) + ", in "
                                + mail.places() + " places"));
            }
        }
        return new Mails(mails.size(), places, onTheirWay);
    }

    private Work work(List<Discrepancy> found) {
        long ended = 0;
        @Nullable Instant oldest = null;
        for (var each : interactions.entrySet()) {
            var interaction = each.getValue();
            if (interaction.ended) {
                ended++;
            } else {
                oldest = earlier(oldest, interaction.at);
            }
            if (interaction.endedAgain > 0) {
                found.add(new Discrepancy(
                        "interaction",
                        each.getKey(),
                        interaction.at,
                        "it ended once more without having been opened again"));
            }
        }
        return new Work(interactions.size(), ended, oldest);
    }

    private Replies replies(Instant due, List<Discrepancy> found) {
        Map<ReplyEnd, Long> ends = new EnumMap<>(ReplyEnd.class);
        long withTheirOrganisation = 0;
        @Nullable Instant oldest = null;
        for (var each : replies.entrySet()) {
            var reply = each.getValue();
            if (!reply.ends.isEmpty()) {
                ends.merge(reply.ends.getFirst(), 1L, Long::sum);
            } else if (removed.contains(reply.organisationId)) {
                withTheirOrganisation++;
            } else {
                oldest = earlier(oldest, reply.at);
                if (reply.at.isBefore(due)) {
                    found.add(new Discrepancy("reply", each.getKey(), reply.at, "it has no outcome yet"));
                }
            }
            if (reply.ends.size() > 1) {
                found.add(
                        new Discrepancy("reply", each.getKey(), reply.at, "it has " + reply.ends.size() + " outcomes"));
            }
        }
        return new Replies(replies.size(), ends, withTheirOrganisation, oldest);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
