package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Debian's Postfix, unpacked into a folder, holding all that it takes. It has to be started by root. */
final class Postfix implements AcceptingServer {

    private static final List<String> QUEUES = List.of(
            "active",
            "bounce",
            "corrupt",
            "defer",
            "deferred",
            "flush",
            "hold",
            "incoming",
            "saved",
            "trace",
            "private");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process master;
    private final int port;

    private Postfix(Process master, int port) {
        this.master = master;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param root where the package is unpacked
     * @param folder a new folder for its queue and configuration
     * @param domain the domain that it takes mail for
     */
    static Postfix start(Path root, Path folder, String domain) throws IOException, InterruptedException {
        int port = Processes.freePort();
        Path configuration = Files.createDirectories(folder.resolve("conf"));
        for (String file : List.of("main.cf", "master.cf")) {
            Files.writeString(
                    configuration.resolve(file),
                    resource(file)
                            .replace("@folder@", folder.toString())
                            .replace("@root@", root.toString())
                            .replace("@domain@", domain)
                            .replace("@port@", Integer.toString(port)));
        }
        Files.copy(root.resolve("etc/postfix/postfix-files"), configuration.resolve("postfix-files"));
        makeQueues(folder);
        Process master = command(
                        root, root.resolve("usr/lib/postfix/sbin/master"), "-c", configuration.toString(), "-s")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("master.log").toFile())
                .start();
        return new Postfix(master, port);
    }

    /** Prepares a command of the unpacked package. */
    static ProcessBuilder command(Path root, Path program, String... arguments) {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList());
        builder.environment()
                .put("LD_LIBRARY_PATH", root.resolve("usr/lib/postfix").toString());
        return builder;
    }

    @Override
    public String name() {
        return "Postfix";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Duration processorTime() throws IOException {
        return Processes.processorTime(master.toHandle());
    }

    @Override
    public long memory() throws IOException {
        return Processes.memory(master.toHandle());
    }

    @Override
    public void close() {
        List<ProcessHandle> children = master.descendants().toList();
        Processes.end(master, PATIENCE);
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void makeQueues(Path folder) throws IOException, InterruptedException {
        Path queue = Files.createDirectories(folder.resolve("queue"));
        for (String name : QUEUES) {
            Files.createDirectories(queue.resolve(name));
        }
        for (String name : List.of("maildrop", "public", "pid")) {
            Files.createDirectories(queue.resolve(name));
        }
        Files.createDirectories(folder.resolve("data"));
        String owned =
                String.join(" ", QUEUES.stream().map(name -> "queue/" + name).toList()) + " data";
        run(
                folder,
                "chown daemon " + owned + " && chown daemon:mail queue/maildrop queue/public" + " && chmod 700 " + owned
                        + " && chmod 730 queue/maildrop && chmod 710 queue/public");
    }

    private static void run(Path folder, String command) throws IOException, InterruptedException {
        int code = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("expected to prepare Postfix's queue, which only root can, but could not");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Postfix.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
