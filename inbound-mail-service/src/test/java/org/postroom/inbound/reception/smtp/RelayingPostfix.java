package org.postroom.inbound.reception.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.postroom.testkit.DebianPrograms;

/**
 * Debian's Postfix as a sender's mail server: takes mail at a port of this machine, and brings all of it to one reception, over
 * TLS or not at all. What that defers it tries again after a second. Only root can start it.
 */
final class RelayingPostfix implements AutoCloseable {

    static final String PACKAGE = "postfix";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> OWN_QUEUES = List.of(
            "active",
            "bounce",
            "corrupt",
            "defer",
            "deferred",
            "flush",
            "hold",
            "incoming",
            "private",
            "saved",
            "trace");

    private final Process master;
    private final Path folder;
    private final int port;

    private RelayingPostfix(Process master, Path folder, int port) {
        this.master = master;
        this.folder = folder;
        this.port = port;
    }

    /** Whether whoever runs this may start it. */
    static boolean mayStart() {
        return System.getProperty("user.name").equals("root");
    }

    /**
     * Starts it, and returns once it greets.
     *
     * @param folder a new folder for its queue, configuration and log
     * @param reception the port of the reception on this machine
     * @param authority whose certificates it trusts
     */
    static RelayingPostfix start(DebianPrograms programs, Path folder, int reception, Path authority)
            throws IOException {
        int port = freePort();
        Path root = programs.file("/usr/lib/postfix/sbin/master")
                .resolve("../../../../..")
                .normalize();
        Path configuration = Files.createDirectories(folder.resolve("conf"));
        for (String file : List.of("main.cf", "master.cf")) {
            Files.writeString(
                    configuration.resolve(file),
                    resource("postfix-" + file)
                            .replace("@folder@", folder.toString())
                            .replace("@root@", root.toString())
                            .replace("@authority@", authority.toString())
                            .replace("@reception@", Integer.toString(reception))
                            .replace("@port@", Integer.toString(port)));
        }
        Files.copy(programs.file("/etc/postfix/postfix-files"), configuration.resolve("postfix-files"));
        makeQueues(folder);
        Process master = programs.start(
                folder.resolve("master.log"),
                Map.of(),
                programs.file("/usr/lib/postfix/sbin/master").toString(),
                "-c",
                configuration.toString(),
                "-s");
        var postfix = new RelayingPostfix(master, folder, port);
        Awaitility.await("Postfix greets").atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(master.isAlive()).as(postfix.log()).isTrue();
            assertThat(MailClient.greeting(port)).startsWith("220");
        });
        return postfix;
    }

    /** Where it takes mail. */
    int port() {
        return port;
    }

    /** What it has written so far about what it does. */
    String log() throws IOException {
        return Stream.of("master.log", "postfix.log")
                .map(folder::resolve)
                .filter(Files::exists)
                .map(RelayingPostfix::read)
                .reduce("", String::concat);
    }

    @Override
    public void close() {
        List<ProcessHandle> children = master.descendants().toList();
        master.destroy();
        try {
            if (!master.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                master.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            master.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Its processes are other users, and have to get there. */
    private static void makeQueues(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path queue = Files.createDirectories(folder.resolve("queue"));
        for (String name : OWN_QUEUES) {
            Files.createDirectories(queue.resolve(name));
        }
        for (String name : List.of("maildrop", "public", "pid")) {
            Files.createDirectories(queue.resolve(name));
        }
        Files.createDirectories(folder.resolve("data"));
        String own = "queue/" + String.join(" queue/", OWN_QUEUES) + " data";
        run(
                folder,
                "chown daemon " + own + " && chown daemon:mail queue/maildrop queue/public && chmod 700 " + own
                        + " && chmod 730 queue/maildrop && chmod 710 queue/public");
    }

    private static void run(Path folder, String command) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.onExit().join().exitValue()).as(said).isZero();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RelayingPostfix.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
