package org.postroom.console.assignment.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.assignment.Assignment;
import org.postroom.console.assignment.AssignmentWords;
import org.postroom.console.assignment.Assignments;
import org.postroom.console.assignment.Candidate;
import org.postroom.console.assignment.Score;
import org.postroom.console.assignment.WaitingLine;
import org.postroom.console.assignment.WaitingLists;
import org.postroom.runtime.page.PageQuery;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why an interaction was offered to whom it was, and what waits in a queue, as JSON for a bearer token. */
@RestController
class AssignmentApi {

    private final Assignments assignments;
    private final WaitingLists waitingLists;
    private final Clock clock;

    AssignmentApi(Assignments assignments, WaitingLists waitingLists, Clock clock) {
        this.assignments = assignments;
        this.waitingLists = waitingLists;
        this.clock = clock;
    }

    @GetMapping("/api/interactions/{interactionId}/assignment")
    Decision assignment(SignedInUser user, @PathVariable String interactionId) {
        var assignment = assignments
                .newest(user.organisationId(), interactionId)
                .orElseThrow(() -> new NotFoundException("interaction", interactionId));
        var standing =
                waitingLists.standing(user.organisationId(), interactionId).orElse(null);
        return Decision.of(interactionId, assignment, standing);
    }

    @GetMapping("/api/queues/{queueId}/waiting")
    ResponseEntity<List<Waiting>> waiting(
            SignedInUser user,
            @PathVariable String queueId,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        if (waitingLists.queue(user.organisationId(), queueId).isEmpty()) {
            throw new NotFoundException("queue", queueId);
        }
        var query = new PageQuery(after.isEmpty() ? null : after, limit);
        var now = clock.instant();
        return query.answer(
                "/api/queues/" + queueId + "/waiting",
                waitingLists.of(user.organisationId(), queueId, after, query.oneMore()),
                WaitingLine::interactionId,
                line -> Waiting.of(line, now));
    }

    /** The parts of a score. */
    record ScoreParts(int priority, double minutesWaited, double total) {

        static ScoreParts of(Score score) {
            return new ScoreParts(score.priority(), score.minutesWaited(), score.total());
        }
    }

    /** One who was looked at, and why the choice was not this agent; an empty reason for the one chosen. */
    record Considered(String agentId, String name, boolean couldTakeIt, List<String> obstacles, String why) {

        static Considered of(Candidate candidate, boolean chosen, AssignmentWords words) {
            return new Considered(
                    candidate.agentId(),
                    candidate.name(),
                    candidate.couldTakeIt(),
                    candidate.obstacles(),
                    chosen ? words.whyThisAgent() : words.whyNot(candidate));
        }
    }

    /** The newest decision on an interaction, and how it stands in its queue where it waits. */
    record Decision(
            String interactionId,
            Instant decidedAt,
            @Nullable String agentId,
            String cause,
            ScoreParts score,
            List<Considered> candidates,
            int furtherCandidates,
            @Nullable Integer position,
            @Nullable Integer waiting,
            @Nullable Long estimatedWaitSeconds) {

        static Decision of(String interactionId, Assignment assignment, WaitingLists.@Nullable Standing standing) {
            var words = new AssignmentWords(assignment);
            return new Decision(
                    interactionId,
                    assignment.at(),
                    assignment.agentId(),
                    assignment.cause(),
                    ScoreParts.of(assignment.score()),
                    assignment.candidates().stream()
                            .map(candidate ->
                                    Considered.of(candidate, candidate.agentId().equals(assignment.agentId()), words))
                            .toList(),
                    assignment.further(),
                    standing == null ? null : (Integer) standing.position(),
                    standing == null ? null : (Integer) standing.waiting(),
                    standing == null
                            ? null
                            : standing.estimatedWait().map(Duration::toSeconds).orElse(null));
        }
    }

    /** An interaction that waits. */
    record Waiting(
            int position,
            String interactionId,
            String subject,
            String customer,
            Instant waitingSince,
            ScoreParts score) {

        static Waiting of(WaitingLine line, Instant now) {
            return new Waiting(
                    line.position(),
                    line.interactionId(),
                    line.subject(),
                    line.customer(),
                    line.waitingSince(),
                    ScoreParts.of(line.score(now)));
        }
    }
}
