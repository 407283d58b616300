package org.postroom.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.database.LocalDatabase;
import org.postroom.local.dns.DnsPlayground;
import org.postroom.local.host.Loopback;
import org.postroom.local.mailbox.MailboxPlayground;
import org.postroom.local.registry.http.SchemaRegistry;

/** The parts of the stack, with their commands and what each needs before it can start. */
final class Layout {

    static final String BROKER = "kafka";
    static final String REGISTRY = "schema-registry";
    static final String DATABASE = "postgresql";
    static final String DNS = "dns-playground";
    static final String MAILBOX = "mailbox-playground";
    static final String IDENTITY = "identity";
    static final String DOMAIN = "domain-service";
    static final String OUTBOUND = "outbound-mail-service";
    static final String CONSOLE = "console";

    /** The step that makes the topics. */
    static final String TOPICS = "topics";
    /** The step that registers the schemas. */
    static final String SCHEMAS = "schemas";
    /** The step that makes the demo organisations. */
    static final String ORGANISATIONS = "organisations";
    /** The step that publishes the records of the platform's own domain. */
    static final String PLATFORM_RECORDS = "platform-records";

    private static final List<String> DATABASES = List.of("domain", "verification", "outbound", "console");

    private final StackOptions options;
    private final Ports ports;

    Layout(StackOptions options) {
        this.options = options;
        this.ports = options.ports();
    }

    /** Returns all parts, those that others wait for first. */
    List<Part> parts() {
        return List.of(
                broker(),
                database(),
                dns(),
                mailbox(),
                registry(),
                service(IDENTITY, "deploy/identity", Port.IDENTITY, List.of(), Optional.empty(), 96),
                service(DOMAIN, DOMAIN, Port.DOMAIN, List.of(SCHEMAS, DATABASE), Optional.of("domain"), 192),
                service("routing-service", "routing-service", Port.ROUTING, List.of(SCHEMAS), Optional.empty(), 320),
                inbound(),
                service(
                        "verification-service",
                        "verification-service",
                        Port.VERIFICATION,
                        List.of(SCHEMAS, DATABASE, DNS),
                        Optional.of("verification"),
                        192),
                service(OUTBOUND, OUTBOUND, Port.OUTBOUND, List.of(SCHEMAS, DATABASE), Optional.of("outbound"), 192),
                service(
                        CONSOLE,
                        CONSOLE,
                        Port.CONSOLE,
                        List.of(SCHEMAS, DATABASE, IDENTITY),
                        Optional.of("console"),
                        256));
    }

    private Part broker() {
        var command = java(LocalBroker.class, "-Xmx320m", "--data", folder("kafka"), "--port", port(Port.BROKER));
        return new Part(BROKER, List.of(), List.of(Port.BROKER), command, Probe.kafka(ports.address(Port.BROKER)));
    }

    private Part registry() {
        var command = java(
                SchemaRegistry.class,
                "-Xmx64m",
                "--port",
                port(Port.REGISTRY),
                "--bootstrap-servers",
                ports.address(Port.BROKER));
        return new Part(
                REGISTRY,
                List.of(BROKER),
                List.of(Port.REGISTRY),
                command,
                Probe.http(local(Port.REGISTRY) + "/subjects"));
    }

    private Part database() {
        var command = java(
                LocalDatabase.class,
                "-Xmx64m",
                "--data",
                folder("postgresql"),
                "--port",
                port(Port.DATABASE),
                "--databases",
                String.join(",", DATABASES));
        return new Part(
                DATABASE,
                List.of(),
                List.of(Port.DATABASE),
                command,
                Probe.database(ServiceSettings.jdbcUrl(ports, DATABASES.getLast())));
    }

    private Part dns() {
        var command = java(
                DnsPlayground.class,
                "-Xmx64m",
                "--data",
                folder("dns"),
                "--port",
                port(Port.DNS),
                "--http-port",
                port(Port.DNS_PAGE));
        return new Part(
                DNS,
                List.of(),
                List.of(Port.DNS, Port.DNS_PAGE),
                command,
                Probe.http(local(Port.DNS_PAGE) + "/health"));
    }

    private Part mailbox() {
        var command = java(
                MailboxPlayground.class,
                "-Xmx64m",
                "--data",
                folder("mailbox"),
                "--port",
                port(Port.MAILBOX_SMTP),
                "--http-port",
                port(Port.MAILBOX_PAGE),
                "--submission-port",
                port(Port.INBOUND_SMTP));
        return new Part(
                MAILBOX,
                List.of(),
                List.of(Port.MAILBOX_SMTP, Port.MAILBOX_PAGE),
                command,
                Probe.http(local(Port.MAILBOX_PAGE) + "/health"));
    }

    private Part inbound() {
        var name = "inbound-mail-service";
        var part = service(name, name, Port.INBOUND, List.of(SCHEMAS, DNS), Optional.empty(), 192);
        return new Part(name, part.needs(), List.of(Port.INBOUND_SMTP, Port.INBOUND), part.command(), part.probe());
    }

    private Part service(
            String name, String module, Port port, List<String> needs, Optional<String> database, int megabytes) {
        var command = new ArrayList<>(javaCommand("-Xmx" + megabytes + "m"));
        command.add("-jar");
        command.add(ServiceJar.of(options.project(), module, name).toString());
        command.add("--spring.config.additional-location=file:" + ServiceSettings.file(options.data()));
        command.add("--server.port=" + ports.of(port));
        database.ifPresent(schema -> command.add("--spring.datasource.url=" + ServiceSettings.jdbcUrl(ports, schema)));
        return new Part(name, needs, List.of(port), command, Probe.http(local(port) + "/actuator/health/readiness"));
    }

    private List<String> java(Class<?> program, String heap, String... arguments) {
        var command = new ArrayList<>(javaCommand(heap));
        command.add("-Dlogback.configurationFile=org/postroom/local/logback-process.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Small heaps and quick starts: a machine for development has better things to do than to compile us twice. */
    private static List<String> javaCommand(String heap) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var more = System.getenv("POSTROOM_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        return command;
    }

    private String local(Port port) {
        return "http://" + Loopback.HOST + ":" + ports.of(port);
    }

    private String port(Port port) {
        return Integer.toString(ports.of(port));
    }

    private String folder(String name) {
        return options.data().resolve(name).toString();
    }
}
