package org.postroom.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactWordsTest {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private final Names names = new Names();
    private final FactWords words = new FactWords(names);

    FactWordsTest() {
        names.hear(fact("AgentConfigured", Map.of("agentId", "a1", "displayName", "Anna")));
        names.hear(fact("AgentConfigured", Map.of("agentId", "b1", "displayName", "Bert")));
        names.hear(fact("QueueConfigured", Map.of("queueId", "q1", "name", "Support")));
        names.hear(fact("SkillConfigured", Map.of("skillId", "s1", "name", "Billing")));
    }

    @Test
    void saysWhoWasOfferedItAndWhyNotTheOthers() {
        assertThat(words.of(fact(
                        "InteractionOffered",
                        Map.of(
                                "agentId",
                                "a1",
                                "cause",
                                "WORK_ARRIVED",
                                "score",
                                Map.of("priority", 10, "minutesWaited", 2.5, "total", 12.5),
                                "candidates",
                                List.of(
                                        Map.of("agentId", "a1", "obstacles", List.of()),
                                        Map.of(
                                                "agentId",
                                                "b1",
                                                "obstacles",
                                                List.of("HAS_SKILLS", "ON_QUEUE"),
                                                "missingSkills",
                                                List.of(Map.of("skillId", "s1")),
                                                "status",
                                                "OFF_QUEUE")),
                                "furtherCandidates",
                                3))))
                .isEqualTo("It was offered to Anna at once; score 12.5 = priority 10 + 2.5 minutes waited; not to Bert"
                        + " (lacks Billing and not on queue) and 3 more.");
    }

    @Test
    void saysWhyNobodyCouldTakeIt() {
        assertThat(words.of(fact(
                        "InteractionQueued",
                        Map.of(
                                "queueId",
                                "q1",
                                "reason",
                                "EMAIL_RECEIVED",
                                "score",
                                Map.of("priority", 0, "minutesWaited", 0.0, "total", 0.0),
                                "candidates",
                                List.of(Map.of(
                                        "agentId",
                                        "b1",
                                        "obstacles",
                                        List.of("HAS_CAPACITY"),
                                        "load",
                                        2,
                                        "capacity",
                                        2))))))
                .isEqualTo("It entered the queue Support: a mail began it; score 0.0 = priority 0 + 0.0 minutes waited;"
                        + " nobody could take it: Bert (has 2 of 2 in hand).");
    }

    @Test
    void saysWhatItHasNoWordsForByItsName() {
        assertThat(words.of(fact("InteractionParked", Map.of("interactionId", "i1"))))
                .isEqualTo("Interaction parked.");
        assertThat(words.of(fact("EmailKeptAside", Map.of("reason", "TOO_LARGE"))))
                .isEqualTo("The mail was kept aside: too large.");
    }

    @Test
    void saysWhereSomethingWasPutAside() {
        assertThat(words.of(new LoggedFact(
                        "postroom.routing-journal.dead-letters", 0, 1, TEN, "EmailReceived", Map.of(), "it broke")))
                .startsWith("Put aside: ")
                .endsWith(" Because: it broke");
    }

    @Test
    void saysThatSomethingCameIntoTheJournal() {
        assertThat(words.of(new LoggedFact(
                        "postroom.routing-journal", 0, 1, TEN, "AcceptInteraction", Map.of("agentId", "a1"), null)))
                .isEqualTo("Brought into the order of routing's decisions: accept interaction.");
    }

    private static LoggedFact fact(String name, Map<String, Object> fields) {
        Map<String, @Nullable Object> all = new HashMap<>(fields);
        return new LoggedFact("postroom.some-events", 0, 1, TEN, name, all, null);
    }
}
