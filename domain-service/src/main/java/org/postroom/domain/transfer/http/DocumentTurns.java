package org.postroom.domain.transfer.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Who may work on a whole configuration now. Of one organisation there is one document in hand, and a second one is told to
 * come again; of all organisations few are worked on at once, and the others wait for their turn. So the memory that
 * documents take is bounded, and no organisation takes more than one place from the others.
 */
final class DocumentTurns {

    private static final int IN_HAND = 10;
    private static final int AT_WORK = 2;
    private static final int PATIENCE_SECONDS = 60;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Set<String> organisations = ConcurrentHashMap.newKeySet();
    private final Semaphore inHand = new Semaphore(IN_HAND);
    private final Semaphore atWork = new Semaphore(AT_WORK, true);

    /**
     * Runs steps while no other document of the organisation is in hand.
     *
     * @throws ErrorResponseException with 429 where one is, or too many of others
     */
    <R> R alone(String organisationId, Function<Turn, R> steps) {
        if (!organisations.add(organisationId)) {
            throw comeAgain("expected one configuration document of an organisation at a time, but another is in hand");
        }
        try {
            if (!inHand.tryAcquire()) {
                throw comeAgain("expected at most " + IN_HAND + " configuration documents at a time, but got more");
            }
            var turn = new Turn();
            try {
                return steps.apply(turn);
            } finally {
                turn.end();
                inHand.release();
            }
        } finally {
            organisations.remove(organisationId);
        }
    }

    private static ErrorResponseException comeAgain(String reason) {
        var refusal = new ErrorResponseException(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, reason),
                null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        return refusal;
    }

    /** The place of one document among all. */
    final class Turn {

        private boolean working;

        /** Waits until the work may begin. */
        void begin() {
            try {
                working = atWork.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (!working) {
                throw comeAgain("expected the documents of others to be done within %d seconds, but they were not"
                        .formatted(PATIENCE_SECONDS));
            }
        }

        private void end() {
            if (working) {
                atWork.release();
            }
        }
    }
}
