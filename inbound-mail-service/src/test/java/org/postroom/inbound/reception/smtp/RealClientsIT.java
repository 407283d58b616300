package org.postroom.inbound.reception.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.postroom.inbound.reception.smtp.Fixtures.address;
import static org.postroom.inbound.reception.smtp.Fixtures.addressKey;
import static org.postroom.inbound.reception.smtp.Fixtures.domainId;
import static org.postroom.inbound.reception.smtp.Fixtures.verified;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.email.EmailReceived;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.DebianPrograms;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Mail from programs that others have written, over STARTTLS: what they do with our answers is theirs. They are Debian's, and
 * each test says why where it cannot have its own.
 */
@PostroomIT
@TestPropertySource(
        properties = {"postroom.inbound.smtp.port=0", "postroom.inbound.smtp.announced-name=mx.postroom.test"})
class RealClientsIT {

    private static final String ORGANISATION = "clients";
    private static final String DOMAIN = "clients.test";
    private static final String HELP = "help@" + DOMAIN;
    private static final String SENDER = "ann@customer.test";
    private static final String[] SWAKS = {"swaks", "libnet-ssleay-perl"};
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static int postfixes;

    @Autowired
    SmtpListener listener;

    @Autowired
    MessageStore store;

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry settings) throws IOException {
        authority = TestAuthority.in(Files.createDirectory(folder.resolve("keys")));
        String bundle = "spring.ssl.bundle.pem.clients.keystore.";
        settings.add(bundle + "certificate", () -> authority.certificate().toUri());
        settings.add(bundle + "private-key", () -> authority.key().toUri());
        settings.add("postroom.inbound.smtp.tls-bundle", () -> "clients");
    }

    @BeforeAll
    static void configure() {
        Standings.domain(ORGANISATION, domainId(DOMAIN), verified(ORGANISATION, DOMAIN));
        configure("help");
    }

    @BeforeEach
    void knowsTheAddress() {
        await().until(() -> recipientAnswer("help").startsWith("250"));
    }

    @Test
    void takesEightBitMailFromSwaksThatTrustsTheCertificateAndSendsCommandsAtOnce() throws Exception {
        String mail = mail("swaks", "Grüße", "Größe und Maß\n.ein Punkt\n");

        swaks(mail, "--tls-verify", "--tls-ca-path", authority.authority().toString(), "--pipeline");

        EmailReceived received = received("swaks");
        assertThat(received.getSubject()).isEqualTo("Grüße");
        assertThat(stored(received)).contains("with ESMTPS id", "Größe und Maß\r\n.ein Punkt\r\n");
    }

    @Test
    void takesALargeMailFromSwaksWholly() throws Exception {
        String body = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n".repeat(100_000);

        swaks(mail("swaks-large", "Large", body));

        EmailReceived received = received("swaks-large");
        assertThat(received.getMessage().getSize()).isGreaterThan(6_500_000);
        // swaks ends what it is given with one line end more
        assertThat(stored(received)
                        .stripTrailing()
                        .endsWith("\r\n\r\n" + body.replace("\n", "\r\n").stripTrailing()))
                .isTrue();
    }

    @Test
    void takesMailFromMsmtpThatTrustsTheCertificate() throws Exception {
        assertThat(msmtp(mail("msmtp", "By msmtp", "Hello\n"), authority.authority()))
                .isZero();

        assertThat(stored(received("msmtp"))).contains("with ESMTPS id", "\r\n\r\nHello\r\n");
    }

    @Test
    void getsNoMailFromMsmtpThatTrustsAnotherAuthority() throws Exception {
        Path other =
                TestAuthority.in(Files.createDirectory(folder.resolve("other"))).authority();

        assertThat(msmtp(mail("msmtp-distrust", "Never sent", "Hello\n"), other))
                .isNotZero();

        assertThat(EventLog.of(Topics.EMAIL_EVENTS).all(EmailReceived.class))
                .noneMatch(event -> "msmtp-distrust@customer.test".equals(event.getMessageId()));
    }

    @Test
    void takesWhatPostfixRelaysOverTlsAlsoWithALetterThatIsNoEnglishOneInAnAddress() throws Exception {
        configure("grüße");
        try (var postfix = postfix();
                var client = new MailClient(postfix.port())) {
            client.say("EHLO client.example");
            assertThat(client.deliver(List.of(HELP), lines("postfix", "Relayed")))
                    .startsWith("250");
            assertThat(stored(received("postfix"))).contains("with ESMTPS id");
            assertThat(postfix.log()).contains("Trusted TLS connection established to 127.0.0.1");

            assertThat(client.say("MAIL FROM:<ann@customer.test> SMTPUTF8")).startsWith("250");
            client.sendUtf8("RCPT TO:<grüße@" + DOMAIN + ">\r\n");
            assertThat(client.answer()).startsWith("250");
            client.say("DATA");
            assertThat(client.say(lines("postfix-utf8", "Relayed") + "\r\n.")).startsWith("250");
            assertThat(received("postfix-utf8").getRecipients().getFirst().getAddress())
                    .isEqualTo("grüße@" + DOMAIN);
            assertThat(stored(received("postfix-utf8"))).contains("with UTF8SMTPS id");
        }
    }

    /** While an address cannot be read, nobody is told that it does not exist; its mail waits where it is. */
    @Test
    void getsFromPostfixLaterWhatItPutOffWhileTheDirectoryWasNotCaughtUp() throws Exception {
        publishUnreadable("later");
        try (var postfix = postfix();
                var client = new MailClient(postfix.port())) {
            client.say("EHLO client.example");
            await().until(() -> recipientAnswer("later").startsWith("451"));
            assertThat(client.deliver(List.of("later@" + DOMAIN), lines("postfix-later", "Later")))
                    .startsWith("250");
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .untilAsserted(() -> assertThat(postfix.log())
                            .contains("status=deferred")
                            .contains("451 4.3.0"));

            configure("later");

            received("postfix-later");
            await().untilAsserted(() -> assertThat(postfix.log()).contains("status=sent (250 2.0.0 queued as "));
        }
    }

    private RelayingPostfix postfix() throws IOException {
        assumeThat(RelayingPostfix.mayStart())
                .as("Postfix starts as root only, and this is " + System.getProperty("user.name"))
                .isTrue();
        DebianPrograms programs = programs(RelayingPostfix.PACKAGE);
        // Its processes are other users, and have to get there.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        // A short name, since the path of a socket in it may have 107 characters.
        Path own = Files.createDirectory(folder.resolve("p" + postfixes++));
        return RelayingPostfix.start(programs, own, listener.port(), authority.authority());
    }

    private void swaks(String mail, String... more) throws Exception {
        DebianPrograms programs = programs(SWAKS);
        Path share = programs.file("/usr/share/perl5");
        try (Stream<Path> modules = Files.find(
                share.getParent().resolveSibling("lib"),
                3,
                (path, file) -> file.isDirectory()
                        && path.getParent().getFileName().toString().equals("perl5"))) {
            String libraries =
                    Stream.concat(Stream.of(share), modules).map(Path::toString).collect(Collectors.joining(":"));
            List<String> arguments = new ArrayList<>(List.of(
                    "--server",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(listener.port()),
                    "--ehlo",
                    "client.customer.test",
                    "--from",
                    SENDER,
                    "--to",
                    HELP,
                    "--tls",
                    "--suppress-data",
                    "--data",
                    "-"));
            arguments.addAll(List.of(more));
            assertThat(run(programs, Map.of("PERL5LIB", libraries), mail, "swaks", arguments))
                    .isZero();
        }
    }

    private int msmtp(String mail, Path trusted) throws Exception {
        List<String> arguments = List.of(
                "--host=127.0.0.1",
                "--port=" + listener.port(),
                "--from=" + SENDER,
                "--tls=on",
                "--tls-starttls=on",
                "--tls-certcheck=on",
                "--tls-trust-file=" + trusted,
                HELP);
        return run(programs("msmtp"), Map.of(), mail, "msmtp", arguments);
    }

    /** Runs a program that reads a mail; returns how it ended. */
    private static int run(
            DebianPrograms programs,
            Map<String, String> environment,
            String mail,
            String program,
            List<String> arguments)
            throws Exception {
        Path log = Files.createTempFile(folder, program, ".log");
        Process process = programs.start(log, environment, program, arguments.toArray(String[]::new));
        try (var in = process.getOutputStream()) {
            in.write(mail.getBytes(UTF_8));
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(Files.readString(log))
                .isTrue();
        if (process.exitValue() != 0) {
            System.err.println(Files.readString(log));
        }
        return process.exitValue();
    }

    private static DebianPrograms programs(String... packages) {
        var programs = DebianPrograms.of(packages);
        assumeThat(programs).as(() -> DebianPrograms.why(packages)).isPresent();
        return programs.orElseThrow();
    }

    private String recipientAnswer(String localPart) throws IOException {
        try (var client = new MailClient(listener.port())) {
            client.say("EHLO client.example");
            client.say("MAIL FROM:<>");
            return client.say("RCPT TO:<" + localPart + "@" + DOMAIN + ">");
        }
    }

    private static String mail(String id, String subject, String body) {
        return """
                From: Ann <%s>
                To: <%s>
                Subject: %s
                Message-ID: <%s@customer.test>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s""".formatted(SENDER, HELP, subject, id, body);
    }

    /** A short mail with the ends of lines that SMTP has. */
    private static String lines(String id, String subject) {
        return mail(id, subject, "Hello").replace("\n", "\r\n");
    }

    private static EmailReceived received(String id) {
        return EventLog.of(Topics.EMAIL_EVENTS)
                .await(EmailReceived.class, event -> (id + "@customer.test").equals(event.getMessageId()));
    }

    private String stored(EmailReceived received) throws IOException {
        try (var raw = store.open(ORGANISATION, received.getMessage().getKey())) {
            return new String(raw.readAllBytes(), UTF_8);
        }
    }

    private static void configure(String localPart) {
        EventLog.publish(
                Topics.CONFIGURATION,
                ORGANISATION,
                addressKey(ORGANISATION, DOMAIN, localPart),
                address(ORGANISATION, DOMAIN, localPart));
    }

    /** A record of an address that nobody can read, as of a schema that the registry does not know. */
    private static void publishUnreadable(String localPart) throws Exception {
        String key = addressKey(ORGANISATION, DOMAIN, localPart);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Parts.broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            String topic = Topics.CONFIGURATION.name();
            int partition = Partitions.partition(
                    Topics.CONFIGURATION,
                    ORGANISATION,
                    key,
                    producer.partitionsFor(topic).size());
            producer.send(new ProducerRecord<>(topic, partition, key, new byte[] {0, 0, 1, 2, 3, 4}))
                    .get();
        }
    }
}
