package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.postroom.inbound.reception.smtp.Fixtures.address;
import static org.postroom.inbound.reception.smtp.Fixtures.addressKey;
import static org.postroom.inbound.reception.smtp.Fixtures.domainId;
import static org.postroom.inbound.reception.smtp.Fixtures.redirected;
import static org.postroom.inbound.reception.smtp.Fixtures.verified;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.Authenticity;
import org.postroom.events.common.AuthenticityResult;
import org.postroom.events.common.DkimResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.configuration.ForgedMailRule;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.email.EmailReceived;
import org.postroom.inbound.authenticity.dkim.Signer;
import org.postroom.local.dns.Faults;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who has sent a mail, asked of a real name server, from the SMTP dialogue to the event. */
@PostroomIT
@TestPropertySource(
        properties = {
            "postroom.inbound.smtp.port=0",
            "postroom.inbound.smtp.announced-name=mx.postroom.test",
            "postroom.inbound.authenticity.budget=1s",
            "postroom.dns.timeout=400ms"
        })
class AuthenticityIT {

    private static final String OURS = "authentic.test";
    private static final String HELP = "help@" + OURS;
    private static final String REJECTING = "help@rejecting.test";
    private static final String SUSPECTING = "help@suspecting.test";
    private static final String REDIRECTED = "help.hidden@redirect.postroom.test";

    @Autowired
    SmtpListener listener;

    @BeforeEach
    void configure() {
        receives("authentic", OURS, null);
        receives("rejecting", "rejecting.test", ForgedMailRule.REJECT);
        receives("suspecting", "suspecting.test", ForgedMailRule.SPAM);
        Standings.domain(
                "rejecting",
                domainId("by-redirect.test"),
                redirected("rejecting", "by-redirect.test", "hidden@redirect.postroom.test"));
        EventLog.publish(
                Topics.CONFIGURATION,
                "rejecting",
                addressKey("rejecting", "by-redirect.test", "help"),
                address("rejecting", "by-redirect.test", "help"));
        for (String recipient : List.of(HELP, REJECTING, SUSPECTING, REDIRECTED)) {
            await().until(() -> deliver("x@nobody.test", recipient, "probe").startsWith("250"));
        }
    }

    @AfterEach
    void repair() {
        Parts.dns().faults().clear();
    }

    @Test
    void passesMailThatItsDomainSendsAndSigns() throws Exception {
        Signer rsa = Signer.rsa(2048);
        publish("bank.test", text("@", "v=spf1 ip4:127.0.0.1 -all"), text("_dmarc", "v=DMARC1; p=reject"));
        publish("bank.test", text("one._domainkey", rsa.record()));
        String mail = rsa.sign(
                mail("ann@bank.test"), "v=1; a=rsa-sha256; c=relaxed/relaxed; d=bank.test; s=one; h=from:subject;");

        Authenticity found = authenticity(deliver("ann@bank.test", HELP, mail));

        assertThat(found.getSpf().getResult()).isEqualTo(AuthenticityResult.PASS);
        assertThat(found.getDkim()).extracting(DkimResult::getResult).containsExactly(AuthenticityResult.PASS);
        assertThat(found.getDmarc().getResult()).isEqualTo(AuthenticityResult.PASS);
        assertThat(found.getDmarc().getPolicy()).isEqualTo("reject");
        assertThat(found.getAuthenticationResults())
                .startsWith("mx.postroom.test; spf=pass smtp.mailfrom=bank.test;")
                .contains("dkim=pass header.d=bank.test header.s=one")
                .contains("dmarc=pass (p=reject) header.from=bank.test");
    }

    @Test
    void passesWhatIsSignedThoughAForwarderBreaksSpf() throws Exception {
        Signer ed = Signer.ed25519();
        publish("signed.test", text("@", "v=spf1 -all"), text("_dmarc", "v=DMARC1; p=reject"));
        publish("signed.test", text("ed._domainkey", ed.record()));
        String body = "A line of a large mail that is not kept in memory.\r\n".repeat(20_000);
        String mail = ed.signByEd25519("Ann <ann@signed.test>", "Subject: x\r\n", body, "signed.test");

        Authenticity found = authenticity(deliver("ann@signed.test", REJECTING, mail.substring(0, mail.length() - 2)));

        assertThat(found.getSpf().getResult()).isEqualTo(AuthenticityResult.FAIL);
        assertThat(found.getDmarc().getResult()).isEqualTo(AuthenticityResult.PASS);
    }

    @Test
    void refusesForgeriesOnlyWhereEveryOrganisationWantsIt() throws Exception {
        publish("strict.test", text("@", "v=spf1 -all"), text("_dmarc", "v=DMARC1; p=reject"));
        String mail = mail("ann@strict.test");

        assertThat(deliver("ann@strict.test", REJECTING, mail)).startsWith("550 5.7.26");
        assertThat(received(deliver("ann@strict.test", HELP, mail))
                        .getSpamScan()
                        .getVerdict())
                .isEqualTo(ScanVerdict.CLEAN);
        EmailReceived suspected = received(deliver("ann@strict.test", SUSPECTING, mail));
        assertThat(suspected.getSpamScan().getVerdict()).isEqualTo(ScanVerdict.SPAM);
        assertThat(suspected.getSpamScan().getReasons()).containsExactly("DMARC");
        try (var client = new MailClient(listener.port())) {
            client.say("EHLO mail.strict.test");
            assertThat(client.deliver(List.of(REJECTING, HELP), mail)).startsWith("250");
        }
    }

    @Test
    void overrulesNoMailSystemThatRedirectsToUs() throws Exception {
        publish("strict2.test", text("@", "v=spf1 -all"), text("_dmarc", "v=DMARC1; p=reject"));

        EmailReceived event = received(deliver("ann@strict2.test", REDIRECTED, mail("ann@strict2.test")));

        assertThat(event.getAuthenticity().getDmarc().getResult()).isEqualTo(AuthenticityResult.FAIL);
        assertThat(event.getSpamScan().getVerdict()).isEqualTo(ScanVerdict.CLEAN);
    }

    @Test
    void takesMailWhoseDomainDoesNotAnswer() throws Exception {
        publish("silent.test", text("@", "v=spf1 -all"), text("_dmarc", "v=DMARC1; p=reject"));
        for (Faults.Kind kind : Faults.Kind.values()) {
            Parts.dns().faults().set("silent.test.", kind);

            Authenticity found = authenticity(deliver("ann@silent.test", REJECTING, mail("ann@silent.test") + kind));

            assertThat(found.getSpf().getResult()).as("%s", kind).isEqualTo(AuthenticityResult.TEMPERROR);
            assertThat(found.getDmarc().getResult()).as("%s", kind).isEqualTo(AuthenticityResult.TEMPERROR);
        }
    }

    @Test
    void takesNobodyAtHisWordWhoClaimsToBeOneOfUs() throws Exception {
        assertThat(authenticity(deliver("ann@bulk.test", HELP, mail("boss@" + OURS)))
                        .getClaimsOwnDomain())
                .isTrue();
        assertThat(authenticity(deliver("ann@bulk.test", SUSPECTING, mail("boss@" + OURS)))
                        .getClaimsOwnDomain())
                .as("another organisation's domain")
                .isFalse();
    }

    private static String mail(String from) {
        return "From: Somebody <" + from + ">\r\nSubject: x\r\n\r\nHello\r\n";
    }

    private String deliver(String sender, String recipient, String mail) throws IOException {
        try (var client = new MailClient(listener.port())) {
            client.say("EHLO mail.client.test");
            client.say("MAIL FROM:<" + sender + ">");
            String answer = client.say("RCPT TO:<" + recipient + ">");
            return answer.startsWith("250") && client.say("DATA").startsWith("354")
                    ? client.say(mail + "\r\n.")
                    : answer;
        }
    }

    private static Authenticity authenticity(String answer) {
        return received(answer).getAuthenticity();
    }

    private static EmailReceived received(String answer) {
        assertThat(answer).startsWith("250 2.0.0 queued as ");
        String id = answer.substring("250 2.0.0 queued as ".length());
        return EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getEmailId().equals(id));
    }

    private static void publish(String zone, PublishedRecord... records) {
        Parts.dns().zones().publish(zone, List.of(records));
    }

    private static PublishedRecord text(String name, String value) {
        return new PublishedRecord(name, "TXT", null, value);
    }

    private static void receives(String organisationId, String domain, @Nullable ForgedMailRule rule) {
        Standings.domain(organisationId, domainId(domain), verified(organisationId, domain));
        if (rule != null) {
            EventLog.publish(
                    Topics.CONFIGURATION,
                    organisationId,
                    new EntityKey(organisationId, EntityKey.MAIL_RULES, "rules").toString(),
                    MailRulesConfigured.newBuilder()
                            .setOrganisationId(organisationId)
                            .setForgedMail(rule)
                            .setChangedBy("test")
                            .setVersion(1)
                            .setOccurredAt(Instant.EPOCH)
                            .build());
        }
        EventLog.publish(
                Topics.CONFIGURATION,
                organisationId,
                addressKey(organisationId, domain, "help"),
                address(organisationId, domain, "help"));
    }
}
