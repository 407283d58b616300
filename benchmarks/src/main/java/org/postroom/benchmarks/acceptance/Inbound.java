package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postroom.benchmarks.log.OwnLog;

/** An inbound-mail-service of its own, as a process with the jar that is delivered. */
final class Inbound implements AcceptingServer {

    /** The master key of the store of every one. */
    static final String MASTER_KEY = "A".repeat(43) + "=";

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
     * What is run.
     *
     * @param jar the service's executable jar
     * @param options what the JVM is told
     * @param settings further settings of the service, as {@code --name=value}
     */
    record Program(Path jar, List<String> options, List<String> settings) {}

    /**
     * Starts it on a port that is free.
     *
     * @param folder where it keeps mails and its output
     */
    static Inbound start(String name, Program program, Path folder, OwnLog log) throws IOException {
        return startAt(Processes.freePort(), name, program, folder, log);
    }

    /**
     * Starts it, also where another one was before.
     *
     * @param folder where it keeps mails and its output; what is there stays
     */
    static Inbound startAt(int port, String name, Program program, Path folder, OwnLog log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.options());
        command.addAll(List.of(
                "-jar",
                program.jar().toString(),
                "--postroom.inbound.smtp.port=" + port,
                "--postroom.message-store.directory=" + mails(folder),
                "--postroom.message-store.master-key=" + MASTER_KEY,
                "--spring.kafka.bootstrap-servers=" + log.bootstrapServers(),
                "--spring.kafka.properties[schema.registry.url]=" + log.registryUrl(),
                // A jar of another release has schemas of its own, which nobody has registered here.
                "--spring.kafka.properties[auto.register.schemas]=true",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9/",
                "--server.port=0",
                "--management.server.port=" + Processes.freePort()));
        command.addAll(program.settings());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()))
                .start();
        return new Inbound(name, process, port);
    }

    /** Where one that was started with a folder keeps mails. */
    static Path mails(Path folder) {
        return folder.resolve("mails");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it in the middle of what it does, by SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
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
