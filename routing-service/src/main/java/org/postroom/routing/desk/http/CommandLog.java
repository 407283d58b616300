package org.postroom.routing.desk.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.runtime.kafka.EventPublisher;
import org.postroom.runtime.problem.UnavailableException;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Appends commands to the log, and waits until they are safe there. */
@Component
class CommandLog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventPublisher events;

    CommandLog(EventPublisher events) {
        this.events = events;
    }

    /**
     * Appends a command.
     *
     * @throws UnavailableException where the log cannot be reached; the command may or may not arrive later
     */
    void append(String organisationId, SpecificRecord command) {
        try {
            events.publish(Topics.ROUTING_COMMANDS, organisationId, command)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unreachable) {
            throw new UnavailableException("The log cannot be reached now; please try again.", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping; please try again.", interrupted);
        }
    }
}
