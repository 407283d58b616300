package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.demo.Setup;

class TwoOrganisationsJourneyTest {

    @Test
    void keepsTwoOrganisationsApartFromReceptionToDesk() throws Exception {
        var stack = RunningStack.addresses();
        try (var acme = ContactCentre.of(Setup.ACME);
                var globex = ContactCentre.of(Setup.GLOBEX)) {
            var toAcme = Mail.from("carla@customer.test").to(acme.openAddress("apart"));
            var toGlobex = Mail.from("carla@customer.test").to(globex.openAddress("apart"));

            acme.deliver(toAcme);
            globex.deliver(toGlobex);

            assertThat(acme.threaded(toAcme).getOrganisationId()).isEqualTo("acme");
            assertThat(globex.threaded(toGlobex).getOrganisationId()).isEqualTo("globex");
            assertThat(acme.received(toAcme).getMessage().getKey()).startsWith("acme/");

            var gina = globex.signedIn("gina");
            String foreign = acme.threaded(toAcme).getInteractionId();
            gina.post(stack.routing(), "/api/interactions/" + foreign + "/accept", Map.of());
            var rejected = globex.log()
                    .await(
                            RoutingCommandRejected.class,
                            ContactCentre.PATIENCE,
                            event -> foreign.equals(event.getInteractionId()));
            assertThat(rejected.event().getOrganisationId()).isEqualTo("globex");
            assertRefused(
                    () -> gina.post(stack.outbound(), "/api/interactions/" + foreign + "/replies", Map.of("text", "x")),
                    404,
                    409);
            assertRefused(() -> globex.administrator().get(stack.domain(), "/api/domains/" + acme.domainId()), 404);
            assertRefused(
                    () -> globex.administrator()
                            .get(stack.verification(), "/api/domains/" + acme.domainId() + "/verification"),
                    404);
            assertRefused(() -> gina.get(stack.console(), "/api/interactions/" + foreign + "/timeline"), 404);
        }
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable request, Integer... statuses) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        ApiRefusedException.class,
                        refused -> assertThat(refused.status()).isIn((Object[]) statuses));
    }
}
