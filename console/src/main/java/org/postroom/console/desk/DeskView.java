package org.postroom.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.console.presence.PresenceStatus;

/**
 * An agent's desk as it is now.
 *
 * @param presence whether the agent takes work; empty where routing has not heard of the agent
 * @param offers what was offered, the one that expires first on top
 * @param inHand what the agent works on, replies on their way included
 * @param parked what the agent has put away, the one that comes back first on top
 * @param done what was closed last, newest first
 * @param refusals what routing refused lately, newest first
 */
public record DeskView(
        Optional<Presence> presence,
        List<WorkItem> offers,
        List<WorkItem> inHand,
        List<WorkItem> parked,
        List<WorkItem> done,
        List<Refusal> refusals) {

    /** Copies the lists. */
    public DeskView {
        offers = List.copyOf(offers);
        inHand = List.copyOf(inHand);
        parked = List.copyOf(parked);
        done = List.copyOf(done);
        refusals = List.copyOf(refusals);
    }

    /** True where the agent is offered work. */
    public boolean onQueue() {
        return presence.filter(present -> present.status().equals("ON_QUEUE")).isPresent();
    }

    /** True where routing took the agent off queue because an offer was not answered. */
    public boolean notResponding() {
        return presence.filter(present -> present.status().equals("NOT_RESPONDING"))
                .isPresent();
    }

    /** Whether the agent takes work, in words and a colour. */
    public PresenceStatus status() {
        return presence.map(present -> PresenceStatus.named(present.status())).orElse(PresenceStatus.OFF_QUEUE);
    }

    /** What the agent may say of being off queue. */
    public List<PresenceStatus> reasons() {
        return PresenceStatus.reasons();
    }

    /**
     * Whether an agent takes work.
     *
     * @param status the name of a {@link PresenceStatus}
     * @param since since when
     */
    public record Presence(String status, Instant since) {}

    /**
     * A command that routing refused.
     *
     * @param commandId the command
     * @param reason why, in the form "expected …, but …"
     * @param refusedAt when
     */
    public record Refusal(String commandId, String reason, Instant refusedAt) {}
}
