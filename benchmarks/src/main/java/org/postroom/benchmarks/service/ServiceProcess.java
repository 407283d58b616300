package org.postroom.benchmarks.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A routing-service of its own, as a process with the jar that is delivered. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the service.
     *
     * @param jar the service's executable jar
     * @param options what the JVM is told, heap and compiler among it
     * @param settings further settings of the service, as {@code --name=value}
     * @param data where it keeps its state and its output
     * @param bootstrapServers where its broker is
     * @param registry where its registry is
     * @throws IOException where it cannot be started
     */
    public static ServiceProcess start(
            Path jar, List<String> options, List<String> settings, Path data, String bootstrapServers, String registry)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.kafka.properties.schema.registry.url=" + registry,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9/",
                "--postroom.routing.state-directory=" + data.resolve("state"),
                "--postroom.message-store.directory=" + data.resolve("mails"),
                "--postroom.message-store.master-key=" + "A".repeat(43) + "=",
                "--management.tracing.export.enabled=false",
                "--server.port=" + freePort(),
                "--management.server.port=" + freePort()));
        command.addAll(settings);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("service.log").toFile()))
                .start();
        return new ServiceProcess(process);
    }

    /** The processor time it has used so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends it as an operator does, and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
