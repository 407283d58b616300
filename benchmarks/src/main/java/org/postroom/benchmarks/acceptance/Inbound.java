package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postroom.benchmarks.log.OwnLog;

/** An inbound-mail-service of its own, as a process with the jar that is delivered. */
final class Inbound implements AcceptingServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final int port;

    private Inbound(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param options what the JVM is told
     * @param settings further settings of the service, as {@code --name=value}
     * @param folder where it keeps mails and its output
     */
    static Inbound start(String name, Path jar, List<String> options, List<String> settings, Path folder, OwnLog log)
            throws IOException {
        int port = Processes.freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--postroom.inbound.smtp.port=" + port,
                "--postroom.message-store.directory=" + folder.resolve("mails"),
                "--postroom.message-store.master-key=" + "A".repeat(43) + "=",
                "--spring.kafka.bootstrap-servers=" + log.bootstrapServers(),
                "--spring.kafka.properties[schema.registry.url]=" + log.registryUrl(),
                // A jar of another release has schemas of its own, which nobody has registered here.
                "--spring.kafka.properties[auto.register.schemas]=true",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9/",
                "--server.port=0",
                "--management.server.port=" + Processes.freePort()));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
        return new Inbound(name, process, port);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Duration processorTime() throws IOException {
        return Processes.processorTime(process.toHandle());
    }

    @Override
    public long memory() throws IOException {
        return Processes.memory(process.toHandle());
    }

    @Override
    public void close() {
        Processes.end(process, PATIENCE);
    }
}
