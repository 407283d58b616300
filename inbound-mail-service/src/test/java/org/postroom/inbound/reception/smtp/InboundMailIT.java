package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.postroom.inbound.reception.smtp.Fixtures.address;
import static org.postroom.inbound.reception.smtp.Fixtures.addressId;
import static org.postroom.inbound.reception.smtp.Fixtures.addressKey;
import static org.postroom.inbound.reception.smtp.Fixtures.domainId;
import static org.postroom.inbound.reception.smtp.Fixtures.redirected;
import static org.postroom.inbound.reception.smtp.Fixtures.verified;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.RedirectedMailArrived;
import org.postroom.events.email.DeliveryReported;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.inbound.scan.Engines;
import org.postroom.local.deadletters.RoutingLetters;
import org.postroom.mail.LoopMark;
import org.postroom.mail.MessageId;
import org.postroom.mail.ThreadTokens;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.message.NoSuchMessageException;
import org.postroom.runtime.secret.DerivedKeys;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

@PostroomIT
@TestPropertySource(properties = {"postroom.inbound.smtp.port=0", "postroom.listener.patience=1s"})
class InboundMailIT {

    private static final String MAIL =
            "From: Ann <ann@example.org>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <%s@example.org>\r\n\r\n%s";

    @Autowired
    SmtpListener listener;

    @Autowired
    MessageStore store;

    @Autowired
    DerivedKeys keys;

    @LocalManagementPort
    int managementPort;

    @BeforeAll
    static void configure() {
        configureDomain("acme", "support.acme.test", verified("acme", "support.acme.test"));
        configureDomain("globex", "globex.test", verified("globex", "globex.test"));
        configureAddress("acme", "support.acme.test", "help");
        configureAddress("globex", "globex.test", "info");
    }

    @Test
    void answers250OnlyAfterTheEventIsInTheLog() throws Exception {
        long before = endOfLog();

        String answer = deliver(List.of("help@support.acme.test"), MAIL.formatted("first", "Hello"));

        long after = endOfLog();
        assertThat(answer).startsWith("250 2.0.0 queued as ");
        assertThat(after).isEqualTo(before + 1);
        EmailReceived event = received(answer);
        assertThat(event.getOrganisationId()).isEqualTo("acme");
        assertThat(event.getSubject()).isEqualTo("Grüße");
        assertThat(event.getRecipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.getAddressId()).isEqualTo(addressId("support.acme.test", "help"));
            assertThat(recipient.getAddress()).isEqualTo("help@support.acme.test");
        });
        assertThat(event.getMessage().getKey()).startsWith("acme/");
    }

    @Test
    void answers250OnlyAfterWhatAReportSaysIsInTheLogToo() throws Exception {
        long before = endOfLog();

        String answer = deliver(List.of("help@support.acme.test"), """
                From: MAILER-DAEMON@mx.customer.test
                Content-Type: multipart/report; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.customer.test

                Final-Recipient: rfc822; nobody@customer.test
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <reply@support.acme.test>
                --b--
                """.replace("\n", "\r\n"));

        assertThat(endOfLog()).isEqualTo(before + 2);
        EmailReceived mail = received(answer);
        assertThat(mail.getAutomation()).isEqualTo(AutomationMarker.DELIVERY_REPORT);
        DeliveryReported report = EventLog.of(Topics.EMAIL_EVENTS)
                .await(DeliveryReported.class, event -> event.getEmailId().equals(mail.getEmailId()));
        assertThat(report.getOrganisationId()).isEqualTo("acme");
        assertThat(report.getOriginalMessageId()).isEqualTo("reply@support.acme.test");
        assertThat(report.getReportedTo()).containsExactly("help@support.acme.test");
        assertThat(report.getRecipients())
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.getAddress()).isEqualTo("nobody@customer.test"));
    }

    @Test
    void believesATokenThatItsKeyProvesWhereverItStandsAndTakesAForgedOneForNone() throws Exception {
        String conversation = "7791aff6-b54c-3169-a8c6-30d1c7d5521b";
        var tokens = new ThreadTokens(keys.forPurpose(ThreadTokens.PURPOSE));
        String genuine = tokens.of("acme", conversation).orElseThrow();
        String foreign = tokens.of("globex", conversation).orElseThrow();
        String answering = "References: <reply." + genuine + "@support.acme.test> <other@example.com>\r\n";

        var byAddress = received(deliver(
                List.of("help+" + genuine.toUpperCase(Locale.ROOT) + "@support.acme.test"),
                MAIL.formatted("token-address", "Hello")));
        var byReference = received(
                deliver(List.of("help@support.acme.test"), answering + MAIL.formatted("token-reference", "Hello")));
        var forged = received(
                deliver(List.of("help+" + foreign + "@support.acme.test"), MAIL.formatted("token-forged", "Hello")));

        assertThat(byAddress.getThreadConversationId()).isEqualTo(conversation);
        assertThat(byAddress.getRecipients())
                .singleElement()
                .satisfies(recipient ->
                        assertThat(recipient.getAddressId()).isEqualTo(addressId("support.acme.test", "help")));
        assertThat(byReference.getThreadConversationId()).isEqualTo(conversation);
        assertThat(forged.getThreadConversationId()).isNull();
        assertThat(forged.getRecipients())
                .singleElement()
                .satisfies(recipient ->
                        assertThat(recipient.getAddressId()).isEqualTo(addressId("support.acme.test", "help")));
    }

    @Test
    void knowsAMailOfTheOrganisationsOwnThatComesBackAndNoOther() throws Exception {
        String mark = LoopMark.of("acme", new MessageId("reply@support.acme.test"));
        String mail = LoopMark.FIELD + ": " + mark + "\r\n" + MAIL.formatted("own", "Hello");

        String answer = deliver(List.of("help@support.acme.test", "info@globex.test"), mail);

        String[] ids = answer.substring("250 2.0.0 queued as ".length()).split(" ");
        assertThat(automationOf(ids[0])).isEqualTo(AutomationMarker.OWN_MAIL);
        assertThat(automationOf(ids[1])).isEqualTo(AutomationMarker.NONE);
    }

    private static AutomationMarker automationOf(String emailId) {
        return EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getEmailId().equals(emailId))
                .getAutomation();
    }

    @Test
    void keepsTheRawMessageUnderTheDigestThatTheEventNames() throws Exception {
        String megabyte = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n".repeat(16 * 1024);

        String answer = deliver(List.of("help@support.acme.test"), MAIL.formatted("large", megabyte));

        var message = received(answer).getMessage();
        try (var raw = store.open("acme", message.getKey())) {
            byte[] bytes = raw.readAllBytes();
            assertThat(bytes).hasSize((int) message.getSize()).hasSizeGreaterThan(1024 * 1024);
            assertThat(java.util.HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(bytes)))
                    .isEqualTo(message.getSha256());
        }
    }

    @Test
    void leavesNoWordOfAMailInTheStoresFilesAndNoFileThatOthersMayRead() throws Exception {
        String answer = deliver(
                List.of("help@support.acme.test", "info@globex.test"),
                MAIL.formatted("plain", "the-words-of-a-customer\r\n".repeat(20_000)));

        assertThat(answer).startsWith("250");
        try (var files = Files.walk(Parts.messageStore())) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .endsWith("------");
                if (Files.isRegularFile(file)) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("the-words-of-a-customer", "ann@example.org");
                }
            }
        }
    }

    @Test
    void findsTheTestStringForSpamFiltersWithoutAnyAlsoBehindWhatIsKeptInMemory() throws Exception {
        String lines = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n".repeat(5 * 1024);

        EmailReceived clean = received(deliver(List.of("help@support.acme.test"), MAIL.formatted("clean", lines)));
        EmailReceived spam =
                received(deliver(List.of("help@support.acme.test"), MAIL.formatted("gtube", lines + Engines.GTUBE)));

        assertThat(clean.getSpamScan()).isEqualTo(new ScanResult(ScanVerdict.CLEAN, "postroom", null, List.of()));
        assertThat(spam.getSpamScan()).isEqualTo(new ScanResult(ScanVerdict.SPAM, "postroom", null, List.of("GTUBE")));
        assertThat(spam.getVirusScan()).isNull();
    }

    @Test
    void givesTheSameIdentifierToARepeatedTransactionAndAnotherToAnotherMail() throws Exception {
        String first = deliver(List.of("help@support.acme.test"), MAIL.formatted("same", "Hello"));
        String again = deliver(List.of("help@support.acme.test"), MAIL.formatted("same", "Hello"));
        String other = deliver(List.of("help@support.acme.test"), MAIL.formatted("same", "Hello!"));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void givesEachOrganisationItsOwnCopyAndOnlyItsOwnRecipients() throws Exception {
        String answer =
                deliver(List.of("help@support.acme.test", "info@globex.test"), MAIL.formatted("two", "Hello both"));

        String[] ids = answer.substring("250 2.0.0 queued as ".length()).split(" ");
        var acme = EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getEmailId().equals(ids[0]));
        var globex = EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getEmailId().equals(ids[1]));
        assertThat(acme.getRecipients()).extracting("address").containsExactly("help@support.acme.test");
        assertThat(globex.getRecipients()).extracting("address").containsExactly("info@globex.test");
        assertThat(globex.getMessage().getKey()).startsWith("globex/");
    }

    @Test
    void followsTheDirectoryWhileItRuns() throws Exception {
        assertThat(deliver(List.of("new@support.acme.test"), "x")).startsWith("550 5.1.1");

        configureAddress("acme", "support.acme.test", "new");
        await().until(() -> deliver(List.of("new@support.acme.test"), "x").startsWith("250"));

        EventLog.publish(Topics.CONFIGURATION, "acme", addressKey("acme", "support.acme.test", "new"), null);
        await().until(() -> deliver(List.of("new@support.acme.test"), "x").startsWith("550 5.1.1"));
    }

    @Test
    void tellsOfARedirectThatWorksAndTakesBouncesUnderTheirOwnName() throws Exception {
        String domain = "redirected.test";
        configureDomain("acme", domain, redirected("acme", domain, "secret@in.postroom.test"));
        configureAddress("acme", domain, "help");
        String mail = "To: help@" + domain + "\r\n" + MAIL.formatted("redirected", "Hello");

        await().until(() ->
                deliver(List.of("help.secret@in.postroom.test"), mail).startsWith("250"));

        var arrived = EventLog.of(Topics.DOMAIN_EVENTS)
                .await(
                        RedirectedMailArrived.class,
                        event -> event.getDomainName().equals(domain));
        assertThat(arrived.getOrganisationId()).isEqualTo("acme");
        assertThat(deliver(List.of("help@bounce." + domain), "x")).startsWith("550 5.7.1");
        assertThat(deliver(List.of("help@" + domain), "x")).startsWith("450 4.7.1");
        configureDomain(
                "acme",
                domain,
                DomainStanding.newBuilder(redirected("acme", domain, "secret@in.postroom.test"))
                        .setNameProvenAt(Instant.EPOCH)
                        .build());
        await().until(() -> deliver(List.of("help@bounce." + domain), "x").startsWith("250"));
    }

    @Test
    void takesNoMailFromWhoeverHasANameForOthersWhoClaimIt() throws Exception {
        String domain = "support.acme.test";
        String claim = "claim-of-thief";
        Standings.domain(
                "thief",
                claim,
                DomainStanding.newBuilder(redirected("thief", domain, "thiefs@in.postroom.test"))
                        .setDomainId(claim)
                        .setReceivesSince(Instant.EPOCH)
                        .build());
        EventLog.publish(
                Topics.CONFIGURATION,
                "thief",
                addressKey("thief", domain, "theft"),
                AddressConfigured.newBuilder(address("thief", domain, "theft"))
                        .setDomainId(claim)
                        .setCatchAll(true)
                        .build());

        await().until(() ->
                deliver(List.of("theft.thiefs@in.postroom.test"), "x").startsWith("250"));

        assertThat(deliver(List.of("theft@" + domain), "x")).startsWith("550 5.1.1");
        assertThat(deliver(List.of("theft@bounce." + domain), "x")).startsWith("550");
    }

    @Test
    void leavesMailWithItsSenderWhileTheStandingOfItsOrganisationIsSuspended() throws Exception {
        String domain = "pausing.test";
        configureDomain("pausing", domain, verified("pausing", domain));
        configureAddress("pausing", domain, "help");
        await().until(() -> deliver(List.of("help@" + domain), "x").startsWith("250"));

        Standings.organisation("pausing", OrganisationState.SUSPENDED);
        await().until(() -> deliver(List.of("help@" + domain), "x").startsWith("4"));
        Standings.organisation("pausing", OrganisationState.ACTIVE);
        await().until(() -> deliver(List.of("help@" + domain), "x").startsWith("250"));

        Standings.domain("pausing", domainId(domain), null);
        await().until(() -> deliver(List.of("help@" + domain), "x").startsWith("550"));
    }

    @Test
    void removesTheStoredMailOfAnOrganisationThatIsRemoved() throws Exception {
        String domain = "leaving.test";
        configureDomain("leaving", domain, verified("leaving", domain));
        configureAddress("leaving", domain, "help");
        await().until(() -> deliver(List.of("help@" + domain, "help@support.acme.test"), "x")
                .startsWith("250"));
        EmailReceived received = EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getOrganisationId().equals("leaving"));

        EventLog.publish(Topics.DOMAIN_EVENTS, "leaving", new OrganisationRemoved("leaving", "gus", Instant.now()));

        await().untilAsserted(() -> assertThatThrownBy(
                        () -> store.open("leaving", received.getMessage().getKey()))
                .isInstanceOf(NoSuchMessageException.class));
        assertThatThrownBy(() -> store.begin("leaving")).hasMessageContaining("removed");
        assertThat(Files.readAllBytes(Parts.messageStore().resolve(".keys/leaving")))
                .containsOnly(0);
    }

    @Test
    void putsARemovalAsideThatCannotBeDoneAndGoesOn() throws Exception {
        String stubborn = "stubborn";
        Files.createDirectories(
                Parts.messageStore().resolve(".keys").resolve(stubborn),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        EventLog.publish(Topics.DOMAIN_EVENTS, stubborn, new OrganisationRemoved(stubborn, "gus", Instant.now()));

        var letters = new RoutingLetters(Parts.broker().bootstrapServers());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letters.list()).anySatisfy(letter -> {
                    assertThat(letter.about()).isEqualTo(stubborn);
                    assertThat(letter.event()).isEqualTo("OrganisationRemoved");
                    assertThat(letter.reader()).isEqualTo("inbound-mail-removal");
                    assertThat(letter.reason()).contains("Exception");
                    assertThat(letters.retry(letter.id()).done()).isFalse();
                }));
    }

    @Test
    void isReadyOnceItListensAndKnowsTheDirectory() {
        await().untilAsserted(() -> assertThat(
                        ManagementPort.of(managementPort).readiness().body())
                .contains("\"smtpListener\"", "\"directoryView\"")
                .doesNotContain("OUT_OF_SERVICE", "DOWN"));
    }

    @Test
    void carriesTheTraceOfTheTransactionInTheEvent() throws Exception {
        String answer = deliver(List.of("help@support.acme.test"), MAIL.formatted("trace", "Hello"));

        String id = answer.substring("250 2.0.0 queued as ".length());
        var entry = EventLog.of(Topics.EMAIL_EVENTS)
                .awaitRecord(EmailReceived.class, event -> event.getEmailId().equals(id));
        assertThat(EventLog.header(entry, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
        assertThat(EventLog.header(entry, "ce_source")).isEqualTo("/postroom/inbound-mail-service");
    }

    @org.junit.jupiter.api.BeforeEach
    void awaitDirectory() {
        await().until(() -> MailClient.deliver(listener.port(), List.of("help@support.acme.test"), "probe")
                        .startsWith("250")
                && MailClient.deliver(listener.port(), List.of("info@globex.test"), "probe")
                        .startsWith("250"));
    }

    private static void configureDomain(String organisationId, String domain, DomainStanding standing) {
        Standings.domain(organisationId, domainId(domain), standing);
    }

    private String deliver(List<String> recipients, String message) throws IOException {
        return MailClient.deliver(listener.port(), recipients, message);
    }

    private static EmailReceived received(String answer) {
        String id = answer.substring("250 2.0.0 queued as ".length());
        return EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> event.getEmailId().equals(id));
    }

    private static void configureAddress(String organisationId, String domainName, String localPart) {
        EventLog.publish(
                Topics.CONFIGURATION,
                organisationId,
                addressKey(organisationId, domainName, localPart),
                address(organisationId, domainName, localPart));
    }

    private static long endOfLog() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Parts.broker().bootstrapServers()))) {
            String topic = Topics.EMAIL_EVENTS.name();
            var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
