package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.FlowRan;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.KeptAsideReason;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;

/** An administrator writes a flow, tries it, publishes it; then it decides where each mail goes. */
class FlowJourneyTest {

    private static final String CUSTOMER = "carla@customer.test";

    private static final String DEFINITION = """
            steps:
              - name: Complaints
                when: subject.matches("(?i)complaint")
                addPriority: 30
                transfer: Flow complaints
              - name: Nightly
                when: sender.domain == "reports.test"
                disconnect: Nobody reads the nightly report
            """;

    private final StackAddresses stack = RunningStack.addresses();

    @Test
    void decidesWhereEachMailGoesAndEndsOneWithItsReason() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            ApiClient ada = acme.administrator();
            String rest = queue(ada, "Flow rest");
            String complaints = queue(ada, "Flow complaints");
            assertThatThrownBy(() -> flow(ada, rest, "steps: [{when: subjct == 'x', transfer: Flow rest}]"))
                    .isInstanceOfSatisfying(ApiRefusedException.class, refused -> {
                        assertThat(refused.status()).isEqualTo(422);
                        assertThat(refused)
                                .hasMessageContaining("steps[0].when")
                                .hasMessageContaining("subjct");
                    });
            String flow = flow(ada, rest, DEFINITION);
            String address = address(acme, flow);

            assertThat(endOf(acme, complaint(address))).isEqualTo(rest);
            assertThat(tried(ada, flow, "A complaint")).isEqualTo(complaints);
            publish(ada, flow, 1);
            awaitInForce(acme, complaint(address), complaints);

            assertThat(endOf(acme, complaint(address))).isEqualTo(complaints);
            assertThat(endOf(acme, Mail.from(CUSTOMER).to(address).about("A question")))
                    .isEqualTo(rest);
            assertThat(endOf(acme, Mail.from("cron@reports.test").to(address)))
                    .isEqualTo("Nobody reads the nightly report");

            ada.put(stack.domain(), "/api/flows/" + flow, changed(ada, flow, "steps: [{disconnect: Closed for good}]"));
            publish(ada, flow, 2);
            awaitInForce(acme, complaint(address), "Closed for good");
            assertThat(endOf(acme, Mail.from(CUSTOMER).to(address).about("A question")))
                    .isEqualTo("Closed for good");
        }
    }

    private String queue(ApiClient ada, String name) throws Exception {
        return ada.post(stack.domain(), "/api/queues", Map.of("name", name, "alertingTimeoutSeconds", 300))
                .path("id")
                .asString();
    }

    private String flow(ApiClient ada, String fallback, String definition) throws Exception {
        return ada.post(
                        stack.domain(),
                        "/api/flows",
                        Map.of("name", "Journey", "fallbackQueueId", fallback, "definition", definition))
                .path("id")
                .asString();
    }

    private Map<String, Object> changed(ApiClient ada, String flow, String definition) throws Exception {
        var present = ada.get(stack.domain(), "/api/flows/" + flow);
        Map<String, Object> change = new HashMap<>();
        change.put("name", "Journey");
        change.put("fallbackQueueId", present.path("fallbackQueueId").asString());
        change.put("definition", definition);
        change.put("version", present.path("version").asLong());
        return change;
    }

    private String address(ContactCentre acme, String flow) throws Exception {
        acme.administrator()
                .post(
                        stack.domain(),
                        "/api/addresses",
                        Map.of("domainId", acme.domainId(), "localPart", "flows", "flowId", flow));
        String domain = acme.log()
                .await(
                        AddressConfigured.class,
                        ContactCentre.PATIENCE,
                        event -> event.getLocalPart().equals("flows"))
                .event()
                .getDomainName();
        return "flows@" + domain;
    }

    private String tried(ApiClient ada, String flow, String subject) throws Exception {
        return ada.post(stack.domain(), "/api/flows/" + flow + "/trial", Map.of("facts", Map.of("subject", subject)))
                .path("queueId")
                .asString();
    }

    private void publish(ApiClient ada, String flow, long version) throws Exception {
        ada.post(stack.domain(), "/api/flows/" + flow + "/publication", Map.of("definitionVersion", version));
    }

    private static Mail complaint(String address) {
        return Mail.from(CUSTOMER).to(address).about("A COMPLAINT");
    }

    /** Routing learns of a definition a moment after it was published; what comes before that is decided as before. */
    private static void awaitInForce(ContactCentre acme, Mail mail, String wanted) throws Exception {
        Waiting.until(
                "the flow to be in force", ContactCentre.PATIENCE, () -> endOf(acme, mail.fresh()), wanted::equals);
    }

    /** Where a mail came to: the queue that it waits in, or the reason that a flow ended it for. */
    private static String endOf(ContactCentre acme, Mail mail) throws IOException, InterruptedException {
        try {
            acme.deliver(mail);
            String emailId = acme.received(mail).getEmailId();
            return Waiting.until(
                    "an end of the mail", ContactCentre.PATIENCE, () -> endOf(acme, emailId), end -> !end.isEmpty());
        } catch (IOException | InterruptedException known) {
            throw known;
        } catch (Exception late) {
            throw new IOException(late);
        }
    }

    private static String endOf(ContactCentre acme, String emailId) {
        var queued = acme.log().all(InteractionQueued.class).stream()
                .filter(event -> event.getEmailId().equals(emailId))
                .map(InteractionQueued::getQueueId);
        var kept = acme.log().all(EmailKeptAside.class).stream()
                .filter(event -> event.getEmailId().equals(emailId))
                .peek(event -> assertThat(event.getReason()).isEqualTo(KeptAsideReason.FLOW))
                .flatMap(event -> acme.log().all(FlowRan.class).stream()
                        .filter(ran -> ran.getEmailId().equals(emailId))
                        .map(FlowRan::getExplanation));
        return Stream.concat(queued, kept).findFirst().orElse("");
    }
}
