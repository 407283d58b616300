package org.postroom.console.assignment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What waits in the queues, within one organisation. What is being offered waits for nobody and is not in them. */
public interface WaitingLists {

    /**
     * How an interaction stands in its queue.
     *
     * @param position its place, counted from 1
     * @param waiting how many wait in the queue
     * @param takenLastHour how many of the queue agents took in the last hour
     */
    record Standing(int position, int waiting, int takenLastHour) {

        /** How long it takes until its turn at the pace of the last hour; empty where none was taken. */
        public Optional<Duration> estimatedWait() {
            return takenLastHour == 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofHours(1).multipliedBy(position).dividedBy(takenLastHour));
        }

        /** The place, and the estimate where there is one, as a sentence. */
        public String inWords() {
            return "Number " + position + " of " + waiting + " that wait in its queue"
                    + estimatedWait()
                            .map(wait -> "; about " + words(wait) + " at the pace of the last hour.")
                            .orElse(".");
        }

        private static String words(Duration wait) {
            if (wait.toMinutes() < 1) {
                return "a minute";
            }
            return wait.toMinutes() < 120 ? wait.toMinutes() + " min" : wait.toHours() + " h";
        }
    }

    /** The name of a queue; empty where the organisation has no such queue. */
    Optional<String> queue(String organisationId, String queueId);

    /**
     * What waits in a queue, the highest score first.
     *
     * @param after only those behind this interaction; empty from the first on
     * @param limit how many at most
     */
    List<WaitingLine> of(String organisationId, String queueId, String after, int limit);

    /** How an interaction stands; empty where it does not wait. */
    Optional<Standing> standing(String organisationId, String interactionId);
}
