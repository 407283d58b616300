package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.local.demo.Setup;

class BrokerOutageJourneyTest {

    @Test
    void asksTheSenderToRetryWhileTheLogIsDownAndTakesTheMailOnceAfterwards() throws Exception {
        var stack = RunningStack.stack();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            var mail = Mail.from("carla@customer.test").to(acme.openAddress("outage"));
            acme.deliver(Mail.from("carla@customer.test").to(mail.to()));

            stack.stop("kafka");
            var during = acme.submit(mail);
            stack.start("kafka");
            acme.deliver(mail);

            assertThat(during.accepted()).isFalse();
            assertThat(during.reply()).startsWith("451 4.3.0");
            var threaded = acme.threaded(mail);
            assertThat(threaded.getNewInteraction()).isTrue();
            assertThat(acme.log().all(EmailThreaded.class))
                    .filteredOn(event -> event.getEmailId().equals(threaded.getEmailId()))
                    .hasSize(1);
        }
    }
}
