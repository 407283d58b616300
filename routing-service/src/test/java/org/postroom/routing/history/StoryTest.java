package org.postroom.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private static final List<LoggedFact> LOG = List.of(
            fact("email-events", 0, 0, "EmailReceived", "emailId", "mail-1", "messageId", "question@example.com"),
            fact("routing-journal", 0, 1, "EmailReceived", "emailId", "mail-1", "messageId", "question@example.com"),
            fact("interaction-events", 0, 2, "EmailThreaded", "emailId", "mail-1", "interactionId", "work-1"),
            fact("interaction-events", 1, 3, "InteractionQueued", "emailId", "mail-1", "interactionId", "work-1"),
            fact("routing-commands", 0, 4, "AcceptInteraction", "interactionId", "work-1", "commandId", "command-1"),
            fact("reply-events", 0, 5, "ReplyRequested", "interactionId", "work-1", "replyId", "reply-1"),
            fact("reply-events", 1, 6, "ReplySent", "interactionId", "work-1", "replyId", "reply-1"),
            fact("email-events", 1, 7, "EmailReceived", "emailId", "mail-2", "messageId", "another@example.com"),
            fact("interaction-events", 2, 7, "EmailThreaded", "emailId", "mail-2", "interactionId", "work-2"),
            fact("email-events", 2, 8, "EmailReceived", "emailId", "report", "messageId", "report@mx.example.com"),
            fact("reply-events", 2, 9, "ReplyBounced", "replyId", "reply-1", "emailId", "report"));

    /** Whatever it is asked by, and in whatever order the topics are read. */
    @ParameterizedTest
    @ValueSource(strings = {"work-1", "mail-1", "reply-1", "report", "question@example.com", "<question@example.com>"})
    void tellsTheSameStoryByWhicheverIdentifierItIsAskedFor(String id) {
        var backwards = new ArrayList<>(LOG);
        Collections.reverse(backwards);

        assertThat(told(id, LOG)).hasSize(9).noneMatch(fact -> fact.fields().containsValue("mail-2"));
        assertThat(told(id, backwards)).isEqualTo(told(id, LOG));
        assertThat(told(id, LOG)).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    @Property(tries = 50)
    void doesNotDependOnTheOrderInWhichItHears(@ForAll long seed) {
        var shuffled = new ArrayList<>(LOG);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(told("work-1", shuffled)).isEqualTo(told("work-1", LOG));
    }

    @Test
    void tellsNothingOfWhatNobodySpeaksOf() {
        assertThat(told("no-such-thing", LOG)).isEmpty();
    }

    @Test
    void tellsAtOneMomentFirstWhatLeadsToTheOther() {
        var decided = fact("interaction-events", 0, 0, "EmailThreaded", "emailId", "mail-1");
        var received = fact("email-events", 0, 0, "EmailReceived", "emailId", "mail-1");
        var journalled = fact("routing-journal", 0, 0, "EmailReceived", "emailId", "mail-1");

        assertThat(told("mail-1", List.of(decided, journalled, received)))
                .containsExactly(received, journalled, decided);
    }

    private static List<LoggedFact> told(String id, List<LoggedFact> log) {
        var story = new Story(id);
        do {
            log.forEach(story::hear);
        } while (story.hasLearnt());
        return story.inOrder();
    }

    private static LoggedFact fact(String topic, long offset, int second, String name, String... fields) {
        Map<String, Object> all = new HashMap<>();
        for (int field = 0; field < fields.length; field += 2) {
            all.put(fields[field], fields[field + 1]);
        }
        var at = TEN.plusSeconds(second);
        all.put("occurredAt", at);
        return new LoggedFact("postroom." + topic, 0, offset, at, name, all, null);
    }
}
