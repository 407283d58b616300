package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.MailDirection;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;
import org.postroom.local.mailbox.SmtpClient;
import org.postroom.local.stack.Operator;

class OrganisationsJourneyTest {

    private final StackAddresses stack = RunningStack.addresses();

    @Test
    void createsAnOrganisationWithADomainThatReceivesAtOnceAndRemovesItWithoutTrace() throws Exception {
        String account = "initech-" + UUID.randomUUID().toString().substring(0, 8);
        String domain = account + ".postroom.test";
        ApiClient operator = Operator.signIn(stack);
        try (var log = LogReader.fromNow(stack)) {
            operator.put(stack.domain(), "/api/organisations/" + account, organisation(account));
            for (var direction : new MailDirection[] {MailDirection.RECEIVING, MailDirection.SENDING}) {
                log.await(
                        DomainVerified.class,
                        ContactCentre.PATIENCE,
                        event -> event.getDomainName().equals(domain) && event.getDirection() == direction);
            }
            awaitAnswer(domain, "550 5.1.1");

            String path = "/api/organisations/" + account;
            assertThatThrownBy(() -> operator.delete(stack.domain(), path + "?accountName=" + account))
                    .isInstanceOfSatisfying(
                            ApiRefusedException.class,
                            refused -> assertThat(refused.status()).isEqualTo(409));
            operator.post(stack.domain(), path + "/suspension", Map.of("reason", "Unpaid"));
            awaitAnswer(domain, "450 4.7.1");
            operator.delete(stack.domain(), path + "?accountName=" + account);

            log.await(
                    DomainRemoved.class,
                    ContactCentre.PATIENCE,
                    event -> event.getDomainName().equals(domain));
            log.await(
                    OrganisationRemoved.class,
                    ContactCentre.PATIENCE,
                    event -> event.getOrganisationId().equals(account));
            awaitAnswer(domain, "550 5.7.1");
        }
    }

    @Test
    void keepsASuspendedOrganisationOutAndItsMailWithItsSendersUntilItIsResumed() throws Exception {
        try (var globex = ContactCentre.of(Setup.GLOBEX)) {
            ApiClient operator = Operator.signIn(stack);
            var mail = Mail.from("carla@customer.test").to(globex.openAddress("suspended"));
            globex.deliver(mail);
            operator.post(
                    stack.domain(), "/api/organisations/globex/suspension", Map.of("reason", "Asked for by Globex"));
            try {
                awaitAnswer(Setup.GLOBEX.domain(), "450 4.7.1");
                awaitStatus(globex.administrator(), 403);
            } finally {
                operator.delete(stack.domain(), "/api/organisations/globex/suspension");
            }

            awaitStatus(globex.administrator(), 200);
            globex.deliver(mail.fresh());
        }
    }

    private void awaitAnswer(String domain, String code) throws Exception {
        Waiting.until(
                "mail to " + domain + " to be answered with " + code,
                ContactCentre.PATIENCE,
                () -> answer(domain),
                answer -> answer.startsWith(code));
    }

    private String answer(String domain) throws IOException {
        var mail = Mail.from("carla@customer.test").to("nobody@" + domain);
        return SmtpClient.send(stack.smtp(), mail.from(), List.of(mail.to()), mail.bytes())
                .reply();
    }

    /** Of the services that answer an organisation's users, each for itself. */
    private void awaitStatus(ApiClient administrator, int status) throws Exception {
        for (var request : Map.of(
                        stack.domain(), "/api/domains",
                        stack.verification(), "/api/verifications",
                        stack.outbound(), "/api/smtp-servers")
                .entrySet()) {
            Waiting.until(
                    request.getValue() + " to be answered with " + status,
                    ContactCentre.PATIENCE,
                    () -> statusOf(administrator, request.getKey(), request.getValue()),
                    found -> found == status);
        }
    }

    private static int statusOf(ApiClient administrator, URI service, String path)
            throws IOException, InterruptedException {
        try {
            administrator.get(service, path);
            return 200;
        } catch (ApiRefusedException refused) {
            return refused.status();
        }
    }

    private static Map<String, Object> organisation(String account) {
        return Map.of(
                "name",
                "Initech",
                "accountName",
                account,
                "defaultLanguage",
                "en",
                "timeZone",
                "Europe/Berlin",
                "firstAdministrator",
                Map.of("userId", "bill", "displayName", "Bill Lumbergh"));
    }
}
