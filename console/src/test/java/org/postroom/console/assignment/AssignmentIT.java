package org.postroom.console.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.signin.Visit;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.common.Candidate;
import org.postroom.events.common.CandidateRule;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.OfferCause;
import org.postroom.events.interaction.QueueReason;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;

/** Why me, why now, why not Anna; and what waits before what. */
class AssignmentIT extends OpenConsole {

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Test
    void saysWhyAnAgentWasOfferedItAndWhyNotAnother() {
        named();
        waits(facts.interaction, "A question", 10, 0);
        facts.publish(
                Topics.INTERACTION_EVENTS,
                InteractionOffered.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(facts.interaction)
                        .setAgentId("anna")
                        .setOfferId("offer")
                        .setQueueId("q1")
                        .setScore(new ScoreParts(10, 2.5, 12.5))
                        .setExpiresAt(Facts.NOW.plusSeconds(300))
                        .setCause(OfferCause.WORK_ARRIVED)
                        .setCandidates(List.of(
                                candidate("anna", List.of(), List.of()),
                                candidate(
                                        "bert",
                                        List.of(CandidateRule.HAS_SKILLS, CandidateRule.ON_QUEUE),
                                        List.of(new SkillRequirement("s1", 3)))))
                        .setFurtherCandidates(4)
                        .setOccurredAt(Facts.NOW.plusSeconds(1))
                        .build());
        Visit anna = Visit.of(port, "anna", organisation, "conversation:email:handle");

        await().untilAsserted(() -> {
            Document page = anna.page("/interactions/" + facts.interaction + "/assignment");
            assertThat(page.select("[data-testid=why-me]").text())
                    .isEqualTo("Of those who were looked at only Anna Agent could take it.");
            assertThat(page.select("[data-testid=candidate-bert] [data-testid=why-not]")
                            .text())
                    .isEqualTo("Lacks Billing at level 3; was not on queue.");
        });
        Document page = anna.page("/interactions/" + facts.interaction + "/assignment");
        assertThat(page.select("[data-testid=why-now]").text()).startsWith("It was offered at once");
        assertThat(page.select("[data-testid=score]").text()).isEqualTo("12.5 = priority 10 + 2.5 minutes waited");
        assertThat(page.text()).contains("Bert Helper", "4 more members of the queue are not listed");
        assertThat(anna.page("/interactions/" + facts.interaction)
                        .select("[data-testid=why] [hx-get]")
                        .attr("hx-get"))
                .isEqualTo("/interactions/" + facts.interaction + "/assignment");
    }

    @Test
    void listsWhatWaitsByItsScore() throws Exception {
        named();
        String urgent = Facts.id("interaction");
        String early = Facts.id("interaction");
        waits(facts.interaction, "Last", 0, 60);
        waits(urgent, "Urgent", 20, 60);
        waits(early, "Early", 0, 0);
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");

        await().untilAsserted(() -> assertThat(ada.page("/supervision/queues/q1")
                        .select("[data-testid=waiting-list] tbody tr a")
                        .eachText())
                .containsExactly("Urgent", "Early", "Last"));
        assertThat(ada.page("/supervision/queues/q1")
                        .select("[data-testid=waiting-" + urgent + "] [data-testid=score]"))
                .first()
                .satisfies(score -> assertThat(score.text()).contains("= priority 20 + "));
        assertThat(ada.page("/interactions/" + early + "/assignment")
                        .select("[data-testid=position]")
                        .text())
                .isEqualTo("Number 2 of 3 that wait in its queue.");
        assertThat(ada.page("/supervision")
                        .select("[data-testid=queue-Support] a")
                        .attr("href"))
                .isEqualTo("/supervision/queues/q1");

        HttpResponse<String> first = api("routing:supervise", "/api/queues/q1/waiting?limit=2");
        assertThat(first.body()).contains("\"position\":1", "Urgent", "Early").doesNotContain("Last");
        assertThat(first.headers().firstValue("Link")).get().asString().contains("after=" + early);
        assertThat(api("routing:supervise", "/api/queues/q1/waiting?after=" + early)
                        .body())
                .contains("\"position\":3", "Last")
                .doesNotContain("Urgent");
        assertThat(api("routing:supervise", "/api/interactions/" + early + "/assignment")
                        .body())
                .contains("\"cause\":\"UNKNOWN\"", "\"position\":2", "\"waiting\":3", "Was not on queue.");
    }

    @Test
    void showsNothingOfAnotherOrganisation() throws Exception {
        named();
        waits(facts.interaction, "A question", 0, 0);
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        await().untilAsserted(() -> assertThat(ada.get("/interactions/" + facts.interaction + "/assignment")
                        .statusCode())
                .isEqualTo(200));
        Visit other = Visit.of(port, "otto", Facts.id("other"), "routing:supervise");

        assertThat(other.get("/interactions/" + facts.interaction + "/assignment")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.get("/supervision/queues/q1").statusCode()).isEqualTo(404);
        assertThat(api("conversation:email:handle", "/api/queues/q1/waiting").statusCode())
                .isEqualTo(403);
        assertThat(api("routing:supervise", "/api/queues/no-such-queue/waiting").statusCode())
                .isEqualTo(404);
    }

    private void named() {
        configured(
                "agent/anna",
                AgentConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setAgentId("anna")
                        .setDisplayName("Anna Agent")
                        .setEmailCapacity(2)
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        configured(
                "agent/bert",
                AgentConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setAgentId("bert")
                        .setDisplayName("Bert Helper")
                        .setEmailCapacity(2)
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        configured(
                "skill/s1",
                SkillConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setSkillId("s1")
                        .setName("Billing")
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        configured(
                "queue/q1",
                QueueConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setQueueId("q1")
                        .setName("Support")
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
    }

    private void configured(String entity, SpecificRecord event) {
        facts.publish(Topics.CONFIGURATION, organisation + "/" + entity, event);
    }

    private void waits(String interactionId, String subject, int priority, int secondsLater) {
        facts.publish(
                Topics.INTERACTION_EVENTS,
                InteractionQueued.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(interactionId)
                        .setConversationId("conversation")
                        .setEmailId(Facts.id("email"))
                        .setAddressId("address")
                        .setQueueId("q1")
                        .setCustomer(new MailAddress("carla@customer.test", "Carla"))
                        .setSubject(subject)
                        .setReason(QueueReason.EMAIL_RECEIVED)
                        .setScore(new ScoreParts(priority, 0.0, (double) priority))
                        .setWaitingSince(Facts.NOW.plusSeconds(secondsLater))
                        .setCandidates(List.of(candidate("bert", List.of(CandidateRule.ON_QUEUE), List.of())))
                        .setOccurredAt(Facts.NOW.plusSeconds(secondsLater))
                        .build());
    }

    private static Candidate candidate(
            String agentId, List<CandidateRule> obstacles, List<SkillRequirement> missingSkills) {
        return Candidate.newBuilder()
                .setAgentId(agentId)
                .setObstacles(obstacles)
                .setMissingSkills(missingSkills)
                .setStatus(obstacles.contains(CandidateRule.ON_QUEUE) ? AgentStatus.OFF_QUEUE : AgentStatus.ON_QUEUE)
                .setCapacity(2)
                .setIdleSince(Facts.NOW)
                .build();
    }

    private HttpResponse<String> api(String permission, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + Parts.identity().token("ada", organisation, permission))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
