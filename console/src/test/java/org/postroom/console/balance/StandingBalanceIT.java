package org.postroom.console.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that nothing became of is counted until something does. */
class StandingBalanceIT extends OpenConsole {

    private final Facts facts = new Facts(Facts.id("acme"), "anna");

    @Autowired
    private MeterRegistry metrics;

    @Test
    void countsAMailUntilItHasAnEnd() {
        double before = unended();
        facts.publish(
                Topics.EMAIL_EVENTS,
                facts.received(facts.stored("Subject: x\r\n\r\nx".getBytes(StandardCharsets.US_ASCII)), "Lost"));
        await().untilAsserted(() -> assertThat(unended()).isEqualTo(before + 1));

        facts.publish(Topics.INTERACTION_EVENTS, facts.threaded());

        await().untilAsserted(() -> assertThat(unended()).isEqualTo(before));
    }

    private double unended() {
        return metrics.get("postroom.balance.unended")
                .tag("kind", "mail")
                .gauge()
                .value();
    }
}
