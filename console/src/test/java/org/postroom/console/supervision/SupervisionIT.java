package org.postroom.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.signin.Visit;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;

class SupervisionIT extends OpenConsole {

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Test
    void tellsHowManyAreTakenInTime() {
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        configured(facts.queue);
        facts.arrives(facts.stored("Subject: x\r\n\r\nx".getBytes(StandardCharsets.US_ASCII)), "Late");

        await().untilAsserted(() -> assertThat(ada.page("/supervision")
                        .select("[data-testid=queue-Support] [data-testid=in-time]")
                        .text())
                .isEqualTo("0 % of 1 (80 % within 24 h wanted)"));
    }

    private String configured(String queueId) {
        String key = organisation + "/queue/" + queueId;
        facts.publish(
                Topics.CONFIGURATION,
                key,
                QueueConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setQueueId(queueId)
                        .setName("Support")
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        return key;
    }

    @Test
    void forgetsAQueueThatWasRemoved() {
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        String key = configured("q1");
        await().untilAsserted(() -> assertThat(ada.page("/supervision").select("[data-testid=queue-Support]"))
                .hasSize(1));

        EventLog.publish(Topics.CONFIGURATION, organisation, key, null);

        await().untilAsserted(() -> assertThat(ada.page("/supervision").text()).contains("No queues yet"));
    }
}
