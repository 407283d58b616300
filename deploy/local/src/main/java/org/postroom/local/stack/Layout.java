package org.postroom.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.database.DatabaseCluster;
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
    static final String VERIFICATION = "verification-service";
    static final String INBOUND = "inbound-mail-service";
    static final String ROUTING = "routing-service";
    static final String OUTBOUND = "outbound-mail-service";
    static final String CONSOLE = "console";

    /** What watches the parts; no part itself. */
    static final String SUPERVISOR = "supervisor";

    /** The step that makes the topics. */
    static final String TOPICS = "topics";
    /** The step that registers the schemas. */
    static final String SCHEMAS = "schemas";
    /** The step that makes the databases. */
    static final String DATABASES = "databases";
    /** The step that makes the demo organisations. */
    static final String ORGANISATIONS = "organisations";
    /** The step that publishes the records of the platform's own domain. */
    static final String PLATFORM_RECORDS = "platform-records";

    private final StackOptions options;
    private final Ports ports;

    Layout(StackOptions options) {
        this.options = options;
        this.ports = options.ports();
    }

    /** Returns the parts that are asked for, those that others wait for first. */
    List<Part> parts() {
        return all().stream()
                .filter(part -> !options.servers().replace(part.name()))
                .filter(part -> options.only().isEmpty() || options.only().contains(part.name()))
                .toList();
    }

    /** Returns the names of the databases that services keep their state in. */
    static List<String> databases() {
        return List.of("domain", "verification", "inbound", "outbound", "console");
    }

    /**
     * The two that write how organisations and domains stand come before the others, which are not ready before they have
     * read that: they must never be kept waiting for a turn by those that wait for them.
     */
    private List<Part> all() {
        return List.of(
                broker(),
                database(),
                registry(),
                service(
                        DOMAIN,
                        Optional.of(Port.DOMAIN),
                        Port.DOMAIN_HEALTH,
                        List.of(SCHEMAS, DATABASES),
                        Optional.of("domain")),
                service(
                        VERIFICATION,
                        Optional.of(Port.VERIFICATION),
                        Port.VERIFICATION_HEALTH,
                        List.of(SCHEMAS, DATABASES, DNS),
                        Optional.of("verification")),
                service(ROUTING, Optional.of(Port.ROUTING), Port.ROUTING_HEALTH, List.of(SCHEMAS), Optional.empty()),
                service(
                        OUTBOUND,
                        Optional.of(Port.OUTBOUND),
                        Port.OUTBOUND_HEALTH,
                        List.of(SCHEMAS, DATABASES),
                        Optional.of("outbound")),
                service(
                        CONSOLE,
                        Optional.of(Port.CONSOLE),
                        Port.CONSOLE_HEALTH,
                        List.of(SCHEMAS, DATABASES, IDENTITY),
                        Optional.of("console")),
                dns(),
                mailbox(),
                service(IDENTITY, Optional.of(Port.IDENTITY), Port.IDENTITY_HEALTH, List.of(), Optional.empty()),
                inbound());
    }

    private Part broker() {
        var command = java(BROKER, LocalBroker.class, "--data", folder("kafka"), "--port", port(Port.BROKER));
        return part(BROKER, List.of(), List.of(Port.BROKER), command, Probe.kafka(Loopback.at(ports.of(Port.BROKER))));
    }

    private Part registry() {
        var command = java(
                REGISTRY,
                SchemaRegistry.class,
                "--port",
                port(Port.REGISTRY),
                "--bootstrap-servers",
                options.servers().bootstrapServers(ports));
        return part(
                REGISTRY,
                List.of(BROKER),
                List.of(Port.REGISTRY),
                command,
                Probe.http(local(Port.REGISTRY) + "/subjects"));
    }

    private Part database() {
        return new Part(
                DATABASE,
                List.of(),
                List.of(Port.DATABASE),
                Optional.empty(),
                _ -> DatabaseCluster.in(options.data().resolve(DATABASE), options.programs())
                        .serverCommand(ports.of(Port.DATABASE)),
                Probe.database(Loopback.at(ports.of(Port.DATABASE))),
                Part.Ending.INTERRUPT);
    }

    private Part dns() {
        var command = java(
                DNS,
                DnsPlayground.class,
                "--data",
                folder("dns"),
                "--port",
                port(Port.DNS),
                "--http-port",
                port(Port.DNS_PAGE));
        return part(
                DNS,
                List.of(),
                List.of(Port.DNS, Port.DNS_PAGE),
                command,
                Probe.http(local(Port.DNS_PAGE) + "/health"));
    }

    private Part mailbox() {
        var command = java(
                MAILBOX,
                MailboxPlayground.class,
                "--data",
                folder("mailbox"),
                "--port",
                port(Port.MAILBOX_SMTP),
                "--http-port",
                port(Port.MAILBOX_PAGE),
                "--submission-port",
                port(Port.INBOUND_SMTP));
        return part(
                MAILBOX,
                List.of(),
                List.of(Port.MAILBOX_SMTP, Port.MAILBOX_PAGE),
                command,
                Probe.http(local(Port.MAILBOX_PAGE) + "/health"));
    }

    /** The reception listens for SMTP, too: its settings name that port. It needs its database for mailboxes only. */
    private Part inbound() {
        var part = service(
                INBOUND,
                Optional.of(Port.INBOUND),
                Port.INBOUND_HEALTH,
                List.of(SCHEMAS, DATABASES, DNS),
                Optional.of("inbound"),
                SmtpCertificate.in(options.data()).arguments());
        return new Part(
                INBOUND,
                part.needs(),
                List.of(Port.INBOUND_SMTP, Port.INBOUND, Port.INBOUND_HEALTH),
                part.jar(),
                part.program(),
                part.probe(),
                part.ending());
    }

    /** A service with the port of its API or pages, where it has one, and that of its health and metrics. */
    private Part service(String name, Optional<Port> open, Port health, List<String> needs, Optional<String> database) {
        return service(name, open, health, needs, database, List.of());
    }

    /** The same with arguments that only this service has. */
    private Part service(
            String name,
            Optional<Port> open,
            Port health,
            List<String> needs,
            Optional<String> database,
            List<String> arguments) {
        var jar = ServiceJar.of(options.project(), name);
        var command = new ArrayList<>(JavaCommand.of(name, options.data()));
        command.add("-jar");
        command.add(jar.toString());
        command.add("--spring.config.additional-location="
                + ServiceSettings.file(options.data()).toUri());
        open.ifPresent(port -> command.add("--server.port=" + ports.of(port)));
        command.add("--management.server.port=" + ports.of(health));
        database.ifPresent(schema -> command.add(
                "--spring.datasource.url=" + options.servers().database(ports).jdbcUrl(schema)));
        command.addAll(arguments);
        return new Part(
                name,
                needs,
                Stream.concat(open.stream(), Stream.of(health)).toList(),
                Optional.of(jar),
                quickStart -> quickStart.command(name, command),
                Probe.http(local(health) + "/actuator/health/readiness"),
                Part.Ending.TERMINATE);
    }

    private static Part part(String name, List<String> needs, List<Port> ports, List<String> command, Probe probe) {
        return new Part(
                name,
                needs,
                ports,
                Optional.<Path>empty(),
                quickStart -> quickStart.command(name, command),
                probe,
                Part.Ending.TERMINATE);
    }

    private List<String> java(String part, Class<?> program, String... arguments) {
        var command = new ArrayList<>(JavaCommand.of(part, options.data()));
        command.add("-Dlogback.configurationFile=org/postroom/local/logback-process.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
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
