package org.postroom.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.postroom.local.host.Arguments;
import org.postroom.local.host.Folders;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.ServerProcess;

/**
 * A real Kafka broker, in KRaft mode with its controller in the same process, on the loopback address. A broker that is
 * started on the data folder of an earlier one continues with its topics, groups and transactions.
 */
public final class LocalBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns once it serves clients.
     *
     * @param data the folder of its logs; made and formatted when it is new
     * @param port the port for clients, or 0 for a free one
     * @throws IOException when the folder cannot be written
     */
    public static LocalBroker start(Path data, int port) throws IOException {
        int clientPort = Loopback.portOrFree(port);
        var logs = Folders.makePrivate(data).resolve("logs");
        if (Files.notExists(logs.resolve("meta.properties"))) {
            format(data, logs);
        }
        var settings = BrokerSettings.of(logs, clientPort, Loopback.freePort());
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new LocalBroker(server, clientPort);
    }

    /** Returns the port for clients. */
    public int port() {
        return port;
    }

    /** Returns what clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    /** Stops the broker and waits until it has ended. Its data stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Formats a folder elsewhere and renames it, so that it is formatted whole or not at all. */
    private static void format(Path data, Path logs) throws IOException {
        var unfinished = data.resolve("logs.new");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        var file = data.resolve("server.properties");
        // By bytes and not by letters: only so are letters of a folder's name escaped as Kafka's tool reads them.
        try (var out = Files.newOutputStream(file)) {
            BrokerSettings.of(unfinished, 1, 2).store(out, "Written by Postroom to format this folder; not read again");
        }
        var output = new ByteArrayOutputStream();
        int status = StorageTool.execute(
                new String[] {
                    "format",
                    "--config",
                    file.toString(),
                    "--cluster-id",
                    Uuid.randomUuid().toString()
                },
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("The broker's folder " + data + " could not be formatted: "
                    + output.toString(StandardCharsets.UTF_8).strip());
        }
        Folders.delete(logs);
        Files.move(unfinished, logs, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Runs a broker as a process: {@code --data folder --port number}. */
    public static void main(String[] args) throws Exception {
        var arguments = Arguments.parse(args);
        ServerProcess.runUntilTerminated(start(arguments.folder("data"), arguments.port("port")));
    }
}
