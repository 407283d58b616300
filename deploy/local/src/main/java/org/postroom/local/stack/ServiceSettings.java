package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroom.local.database.LocalDatabase;

/** The settings that the services share on this machine, in one properties file. */
final class ServiceSettings {

    /** What the operator of the local stack proves itself with; everything listens on loopback only. */
    static final String OPERATOR_SECRET = "operator";

    private static final int KEY_BYTES = 32;

    private ServiceSettings() {}

    static Path file(Path data) {
        return data.resolve("local.properties");
    }

    static String jdbcUrl(Ports ports, String database) {
        return "jdbc:postgresql://" + ports.address(Port.DATABASE) + "/" + database;
    }

    static void write(StackOptions options) throws IOException {
        var content = values(options).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "# Written by ./postroom up at each start.\n", "\n"));
        Files.writeString(file(options.data()), content);
        Files.setPosixFilePermissions(file(options.data()), PosixFilePermissions.fromString("rw-------"));
    }

    private static Map<String, String> values(StackOptions options) throws IOException {
        var ports = options.ports();
        var values = new LinkedHashMap<String, String>();
        values.put("server.address", "127.0.0.1");
        values.put("spring.kafka.bootstrap-servers", ports.address(Port.BROKER));
        values.put("spring.kafka.properties[schema.registry.url]", "http://" + ports.address(Port.REGISTRY));
        values.put("spring.datasource.username", LocalDatabase.USER);
        values.put("spring.datasource.password", "");
        values.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", ports.url(Port.IDENTITY));
        values.put(
                "postroom.message-store.directory",
                options.data().resolve("messages").toString());
        values.put("postroom.dns.server", ports.address(Port.DNS));
        values.put("postroom.dns.port", Integer.toString(ports.of(Port.DNS)));
        values.put("postroom.inbound.smtp.port", Integer.toString(ports.of(Port.INBOUND_SMTP)));
        values.put("postroom.inbound.smtp.announced-name", "mx.postroom.test");
        values.put("postroom.domain.platform-domain", "postroom.test");
        values.put("postroom.domain.domains-per-organisation", "10");
        values.put("postroom.verification.mail-host", "mx.postroom.test");
        values.put("postroom.verification.redirect-host", "redirect.postroom.test");
        values.put("postroom.verification.allow-private-name-servers", "true");
        values.put("postroom.verification.schedule.steps[0].every", "2s");
        values.put("postroom.verification.schedule.steps[0].until", "1h");
        values.put("postroom.verification.schedule.steady", "30s");
        values.put("postroom.outbound.platform-domain", "postroom.test");
        values.put("postroom.outbound.allow-private-smtp-servers", "true");
        values.put("postroom.outbound.smtp-port", Integer.toString(ports.of(Port.MAILBOX_SMTP)));
        values.put("postroom.outbound.retry-delays", "2s,5s,15s,1m");
        values.put("postroom.outbound.master-key", secret(options.data().resolve("outbound.key")));
        values.put(
                "postroom.routing.state-directory",
                options.data().resolve("routing-state").toString());
        values.put("postroom.identity.issuer", ports.url(Port.IDENTITY));
        values.put("postroom.identity.console-url", ports.url(Port.CONSOLE));
        values.put("postroom.identity.console-secret", "console");
        values.put("postroom.identity.operator-secret", OPERATOR_SECRET);
        values.put("postroom.sign-in.client-secret", "console");
        values.put("postroom.services.domain", ports.url(Port.DOMAIN));
        values.put("postroom.services.verification", ports.url(Port.VERIFICATION));
        values.put("postroom.services.routing", ports.url(Port.ROUTING));
        values.put("postroom.services.outbound", ports.url(Port.OUTBOUND));
        values.put("postroom.local.dns-url", ports.url(Port.DNS_PAGE));
        values.put("postroom.local.mailbox-url", ports.url(Port.MAILBOX_PAGE));
        return values;
    }

    /** A key that lasts as long as the data that it protects. */
    private static String secret(Path file) throws IOException {
        if (Files.notExists(file)) {
            var key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file).strip();
    }
}
