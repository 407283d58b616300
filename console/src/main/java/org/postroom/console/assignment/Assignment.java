package org.postroom.console.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest decision on who gets an interaction.
 *
 * @param at when it was decided
 * @param agentId who was offered it; null where nobody could take it
 * @param cause what led to the offer: WORK_ARRIVED, AGENT_AVAILABLE, TRANSFERRED or LAST_AGENT; UNKNOWN where that was not kept
 * @param score its score then
 * @param candidates who was looked at, the one chosen first
 * @param further how many members the queue had beyond these
 */
public record Assignment(
        Instant at, @Nullable String agentId, String cause, Score score, List<Candidate> candidates, int further) {

    /** Copies the candidates. */
    public Assignment {
        candidates = List.copyOf(candidates);
    }

    /** True where somebody was offered it. */
    public boolean isOffer() {
        return agentId != null;
    }

    /** True where it was kept who was looked at; decisions before version 3 did not say so. */
    public boolean isExplained() {
        return !isOffer() || !candidates.isEmpty();
    }

    /** Who was offered it, as the agent was then; empty where nobody was or it was not kept. */
    public Optional<Candidate> chosen() {
        return candidates.stream()
                .filter(candidate -> candidate.agentId().equals(agentId))
                .findFirst();
    }

    /** The others who were looked at. */
    public List<Candidate> others() {
        return candidates.stream()
                .filter(candidate -> !candidate.agentId().equals(agentId))
                .toList();
    }
}
