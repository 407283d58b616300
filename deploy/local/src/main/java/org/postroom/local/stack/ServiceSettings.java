package org.postroom.local.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.SecretFile;

/** The settings that the services share on this machine, in one properties file. */
final class ServiceSettings {

    /** What the operator of the local stack proves itself with; everything listens on loopback only. */
    static final String OPERATOR_SECRET = "operator";

    private static final int KEY_BYTES = 32;
    private static final String MAIL_HOST = "mx.postroom.test";

    private ServiceSettings() {}

    static Path file(Path data) {
        return data.resolve("local.properties");
    }

    static void write(StackOptions options) throws IOException {
        var settings = differences();
        addAddresses(settings, options);
        addSecrets(settings, options.data());
        SmtpCertificate.in(options.data()).makeOnce(MAIL_HOST);
        SecretFile.write(file(options.data()), text(settings));
    }

    /** What is set differently from a real installation. */
    static Properties differences() throws IOException {
        var settings = new Properties();
        try (var content = ServiceSettings.class.getResourceAsStream("differences.properties")) {
            settings.load(content);
        }
        return settings;
    }

    private static void addAddresses(Properties settings, StackOptions options) {
        var ports = options.ports();
        var database = options.servers().database(ports);
        settings.setProperty("server.address", Loopback.HOST);
        settings.setProperty("management.server.address", Loopback.HOST);
        settings.setProperty("spring.kafka.bootstrap-servers", options.servers().bootstrapServers(ports));
        settings.setProperty(
                "spring.kafka.properties[schema.registry.url]",
                options.servers().registry(ports).toString());
        settings.setProperty("spring.datasource.username", database.user());
        settings.setProperty("spring.datasource.password", database.password());
        settings.setProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", ports.url(Port.IDENTITY));
        settings.setProperty(
                "postroom.message-store.directory",
                options.data().resolve("messages").toString());
        settings.setProperty("postroom.dns.server", ports.address(Port.DNS));
        settings.setProperty("postroom.dns.port", Integer.toString(ports.of(Port.DNS)));
        settings.setProperty("postroom.inbound.smtp.port", Integer.toString(ports.of(Port.INBOUND_SMTP)));
        settings.setProperty("postroom.inbound.smtp.announced-name", MAIL_HOST);
        settings.setProperty("postroom.domain.platform-domain", "postroom.test");
        settings.setProperty("postroom.verification.mail-host", MAIL_HOST);
        settings.setProperty("postroom.verification.redirect-host", "redirect.postroom.test");
        settings.setProperty("postroom.outbound.platform-domain", "postroom.test");
        settings.setProperty("postroom.outbound.smtp-port", Integer.toString(ports.of(Port.MAILBOX_SMTP)));
        settings.setProperty(
                "postroom.routing.state-directory",
                options.data().resolve("routing-state").toString());
        settings.setProperty("postroom.identity.issuer", ports.url(Port.IDENTITY));
        settings.setProperty("postroom.identity.console-url", ports.url(Port.CONSOLE));
        settings.setProperty("postroom.services.domain", ports.url(Port.DOMAIN));
        settings.setProperty("postroom.services.verification", ports.url(Port.VERIFICATION));
        settings.setProperty("postroom.services.routing", ports.url(Port.ROUTING));
        settings.setProperty("postroom.services.inbound", ports.url(Port.INBOUND));
        settings.setProperty("postroom.services.outbound", ports.url(Port.OUTBOUND));
        settings.setProperty("postroom.local.dns-url", ports.url(Port.DNS_PAGE));
        settings.setProperty("postroom.local.mailbox-url", ports.url(Port.MAILBOX_PAGE));
    }

    private static void addSecrets(Properties settings, Path data) throws IOException {
        settings.setProperty("postroom.message-store.master-key", secret(data.resolve("messages.key")));
        settings.setProperty("postroom.inbound.mailboxes.master-key", secret(data.resolve("inbound.key")));
        settings.setProperty("postroom.outbound.master-key", secret(data.resolve("outbound.key")));
        settings.setProperty("postroom.identity.console-secret", "console");
        settings.setProperty("postroom.identity.operator-secret", OPERATOR_SECRET);
        settings.setProperty("postroom.sign-in.client-secret", "console");
    }

    /** Written by Java's rules, so that a folder may have any letters in its name; without the date, which tells nothing. */
    private static String text(Properties settings) throws IOException {
        var text = new StringWriter();
        settings.store(text, null);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "# Written by ./postroom up at each start.\n", "\n"));
    }

    /** A key that lasts as long as the data that it protects. */
    private static String secret(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException isNew) {
            var key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            var text = Base64.getEncoder().encodeToString(key);
            SecretFile.write(file, text);
            return text;
        }
    }
}
