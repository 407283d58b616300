package org.postroom.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.LoggedEvent;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import tools.jackson.databind.JsonNode;

/** Waits for what must come of each step, and says whose it was to do where it does not come. */
final class Watch {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LogReader log;

    Watch(LogReader log) {
        this.log = log;
    }

    /**
     * Waits for an event.
     *
     * @param deed what its writer does, as in “it should find the conversation”
     */
    <T extends SpecificRecord> LoggedEvent<T> await(Class<T> type, String deed, Predicate<T> fits) throws Obstacle {
        return await(type, type, deed, fits);
    }

    /** Waits for one of several kinds of events, of which one is hoped for. */
    LoggedEvent<SpecificRecord> awaitAny(
            Class<? extends SpecificRecord> hopedFor, String deed, Predicate<SpecificRecord> fits) throws Obstacle {
        return await(SpecificRecord.class, hopedFor, deed, fits);
    }

    /** Waits for what comes of a command that routing has taken; a refusal is told in routing's words. */
    <T extends SpecificRecord> LoggedEvent<T> outcome(JsonNode taken, Class<T> type, String deed, Predicate<T> fits)
            throws Obstacle {
        var command = taken.path("commandId").asString();
        var came = awaitAny(
                type,
                deed,
                event -> event instanceof RoutingCommandRejected rejected
                        ? rejected.getCommandId().equals(command)
                        : type.isInstance(event) && fits.test(type.cast(event)));
        if (came.event() instanceof RoutingCommandRejected rejected) {
            throw new RefusedCommand(rejected.getReason());
        }
        return new LoggedEvent<>(type.cast(came.event()), came.topic(), came.partition(), came.offset());
    }

    /** Asks a part of the stack until its answer fits. */
    <T> T until(String part, String deed, Waiting.Question<T> question, Predicate<T> fits)
            throws IOException, InterruptedException {
        try {
            return Waiting.until(deed, PATIENCE, question, fits);
        } catch (TimeoutException late) {
            throw late(part, deed).because(late);
        }
    }

    private <T extends SpecificRecord> LoggedEvent<T> await(
            Class<T> type, Class<? extends SpecificRecord> hopedFor, String deed, Predicate<T> fits) throws Obstacle {
        try {
            return log.await(type, PATIENCE, fits);
        } catch (TimeoutException late) {
            throw late(writer(hopedFor), deed).because(late);
        }
    }

    private static Obstacle late(String part, String deed) {
        return Obstacle.inPart(part, part + " should " + deed + ", but did not within " + PATIENCE.toSeconds() + " s.");
    }

    private static String writer(Class<? extends SpecificRecord> type) {
        return Topics.all().stream()
                .flatMap(topic -> topic.records().stream())
                .filter(entry -> entry.type().equals(type))
                .map(Topic.Entry::writer)
                .findFirst()
                .orElseThrow();
    }
}
