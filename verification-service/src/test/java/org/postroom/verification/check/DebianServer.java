package org.postroom.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A real name server or resolver from Debian, run as a process; fetched once, without being installed. */
final class DebianServer implements AutoCloseable {

    static final String ADDRESS = "127.0.0.21";

    private static final Path FOLDER = Path.of("target/name-servers").toAbsolutePath();

    private final Process process;
    private final Path log;

    private DebianServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Whether the servers are there; fetches them first where they are not. */
    static boolean arePresent() throws IOException, InterruptedException {
        if (Files.exists(FOLDER.resolve("complete"))) {
            return true;
        }
        Process fetch = new ProcessBuilder("sh", "src/test/scripts/fetch-name-servers.sh", FOLDER.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createDirectories(FOLDER).resolve("fetch.log").toFile())
                .start();
        if (fetch.waitFor(2, TimeUnit.MINUTES)) {
            return fetch.exitValue() == 0;
        }
        fetch.destroyForcibly();
        return false;
    }

    static DebianServer nsd(Path configuration) throws IOException {
        return start(configuration, "nsd", "-d", "-c", configuration.toString());
    }

    static DebianServer unbound(Path configuration) throws IOException {
        return start(configuration, "unbound", "-d", "-c", configuration.toString());
    }

    private static DebianServer start(Path configuration, String program, String... arguments) throws IOException {
        Path log = configuration.resolveSibling(program + ".log");
        var command = new ArrayList<>(
                List.of(FOLDER.resolve("root/usr/sbin/" + program).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        return new DebianServer(builder.start(), log);
    }

    private static String libraries() throws IOException {
        try (var folders = Files.list(FOLDER.resolve("root/usr/lib"))) {
            return folders.map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    /** Waits until the server answers for a name. */
    DebianServer awaitAnswers(int port, String name) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            var resolver = new SimpleResolver(new InetSocketAddress(ADDRESS, port));
            resolver.setTimeout(Duration.ofMillis(500));
            var question = Record.newRecord(Name.fromString(name, Name.root), Type.SOA, DClass.IN);
            resolver.send(Message.newQuery(question));
        });
        return this;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(ADDRESS, 0));
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
