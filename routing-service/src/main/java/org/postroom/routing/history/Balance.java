package org.postroom.routing.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.history.Account.MailEnd;
import org.postroom.routing.history.Account.ReplyEnd;

/**
 * The balance of an {@link Account}: what was accepted is what was routed, kept aside or ended with a reason.
 *
 * @param discrepancies what is not as it should be, the oldest first
 */
public record Balance(Mails mails, Work work, Replies replies, List<Discrepancy> discrepancies) {

    /**
     * The mails that were accepted, each counted once.
     *
     * @param accepted how many
     * @param places how many ended where; of several ends the first of the enumeration counts
     * @param onTheirWay how many have no end yet
     */
    public record Mails(long accepted, Map<MailEnd, Long> places, long onTheirWay) {

        /** How many ended so. */
        public long count(MailEnd end) {
            return places.getOrDefault(end, 0L);
        }
    }

    /**
     * The interactions that mails began.
     *
     * @param ended how many are at their end
     * @param oldestOpen when the oldest of the others began; null where there is none
     */
    public record Work(long begun, long ended, @Nullable Instant oldestOpen) {

        /** How many wait, or are with an agent. */
        public long open() {
            return begun - ended;
        }
    }

    /**
     * The replies that were asked for.
     *
     * @param withTheirOrganisation how many are gone with a removed organisation
     * @param oldestOnTheirWay when the oldest without an outcome was asked for; null where there is none
     */
    public record Replies(
            long requested,
            Map<ReplyEnd, Long> ends,
            long withTheirOrganisation,
            @Nullable Instant oldestOnTheirWay) {

        /** How many ended so. */
        public long count(ReplyEnd end) {
            return ends.getOrDefault(end, 0L);
        }

        /** How many have no outcome yet. */
        public long onTheirWay() {
            return requested
                    - withTheirOrganisation
                    - ends.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Something that is not as it should be.
     *
     * @param kind mail, interaction or reply
     * @param id its identifier
     * @param since when it began
     * @param words what is wrong with it
     */
    public record Discrepancy(String kind, String id, Instant since, String words) {}

    /** Brings the discrepancies into their order. */
    public Balance {
        discrepancies = discrepancies.stream()
                .sorted(Comparator.comparing(Discrepancy::since).thenComparing(Discrepancy::id))
                .toList();
    }

    /** True where everything has come to exactly one end, or is on its way for no longer than it may be. */
    public boolean isEven() {
        return discrepancies.isEmpty();
    }
}
