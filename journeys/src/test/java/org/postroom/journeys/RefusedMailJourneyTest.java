package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.local.demo.Setup;

class RefusedMailJourneyTest {

    @Test
    void refusesAnAddressThatNobodyConfigured() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            var outcome = acme.submit(Mail.from("carla@customer.test").to("nobody@" + Setup.ACME.domain()));

            assertThat(outcome.accepted()).isFalse();
            assertThat(outcome.reply()).startsWith("550 5.1.1");
        }
    }

    @Test
    void refusesToRelayForADomainThatIsNotOurs() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            var outcome = acme.submit(Mail.from("carla@customer.test").to("someone@elsewhere.test"));

            assertThat(outcome.accepted()).isFalse();
            assertThat(outcome.reply()).startsWith("550 5.7.1").containsIgnoringCase("relay");
        }
    }
}
