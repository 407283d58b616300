package org.postroom.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Asks again and again until the answer is as wanted. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /** A question that may fail. */
    @FunctionalInterface
    public interface Question<T> {

        /** Asks once. */
        T ask() throws IOException, InterruptedException;
    }

    /**
     * Asks until the answer fits.
     *
     * @param what is waited for, for the message of the exception
     * @throws TimeoutException where no answer fits in time; its message has the last one
     */
    public static <T> T until(String what, Duration patience, Question<T> question, Predicate<T> fits)
            throws IOException, InterruptedException, TimeoutException {
        Instant end = Instant.now().plus(patience);
        T answer = question.ask();
        while (!fits.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException("expected " + what + " within " + patience.toSeconds()
                        + " s, but the last answer is " + answer);
            }
            Thread.sleep(PAUSE);
            answer = question.ask();
        }
        return answer;
    }
}
