package org.postroom.routing.history.kafka;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.postroom.routing.history.LoggedFact;
import org.postroom.routing.history.Names;
import org.postroom.routing.history.Story;
import org.postroom.routing.replay.kafka.Connections;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/** Reads the story of one interaction, mail or reply out of every topic, and what those in it are called. */
final class StoryReader {

    private static final int MOST_READINGS = 10;

    private final LogScan log;
    private final FactReader facts;

    /**
     * A story and its names.
     *
     * @param facts what happened, in order; none where nothing speaks of it
     */
    record Told(List<LoggedFact> facts, Names names) {}

    StoryReader(Connections connections) {
        this.log = new LogScan(connections);
        this.facts = new FactReader(connections.genericDeserializer());
    }

    /**
     * Reads it.
     *
     * @param id of an interaction, a mail or a reply, or a Message-ID
     * @param from nothing earlier is looked at
     */
    Told read(String id, Instant from) {
        var story = new Story(id);
        var topics = topics();
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            readOnce(story, topics, from);
            if (!story.hasLearnt()) {
                break;
            }
        }
        var told = story.inOrder();
        return new Told(told, names(told));
    }

    private void readOnce(Story story, Set<String> topics, Instant from) {
        var mentions = new Mentions();
        log.read(topics, from, entry -> {
            if (entry.value() != null && mentions.isIn(entry.value(), story.ids())) {
                story.hear(facts.read(entry));
            }
        });
    }

    private Set<String> topics() {
        Set<String> all = new HashSet<>();
        Topics.all().stream().map(Topic::name).forEach(all::add);
        all.addAll(log.topics("postroom.", ".dead-letters"));
        return all;
    }

    private Names names(List<LoggedFact> told) {
        var names = new Names();
        if (!told.isEmpty()) {
            var organisation = told.getFirst().text("organisationId") + '/';
            log.read(List.of(Topics.CONFIGURATION.name()), Instant.MIN, entry -> {
                if (isOf(organisation, entry)) {
                    names.hear(facts.read(entry));
                }
            });
        }
        return names;
    }

    private static boolean isOf(String organisation, ConsumerRecord<String, byte[]> entry) {
        return entry.key() != null && entry.value() != null && entry.key().startsWith(organisation);
    }
}
