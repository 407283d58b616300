package org.postroom.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.postroom.local.host.Arguments;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.ServerProcess;

/**
 * A real PostgreSQL server on the loopback address, with the superuser {@link #USER} and no password. A server that is
 * started on the data folder of an earlier one continues with its databases.
 */
public final class LocalDatabase implements AutoCloseable {

    /** The user that owns everything. */
    public static final String USER = "postgres";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private LocalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @param data the folder of its data; made when it is new
     * @param port the port, or 0 for a free one
     * @throws IOException when the server cannot be started
     */
    public static LocalDatabase start(Path data, int port) throws IOException {
        Files.createDirectories(data);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data.toAbsolutePath())
                .setCleanDataDirectory(false)
                .setPort(Loopback.portOrFree(port))
                .setServerConfig("listen_addresses", Loopback.HOST)
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "32MB")
                .setPGStartupWait(START_LIMIT)
                .start();
        return new LocalDatabase(server);
    }

    /** Returns the port. */
    public int port() {
        return server.getPort();
    }

    /**
     * Creates a database unless it exists, and returns its JDBC address.
     *
     * @throws IllegalArgumentException when the name is not lower-case letters, digits and underscores
     * @throws SQLException when the server refuses
     */
    public String database(String name) throws SQLException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a database name of lower-case letters, digits and underscores, but got " + name);
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var command = connection.createStatement()) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    command.execute("create database " + name + " encoding 'UTF8' template template0");
                }
            }
        }
        return jdbcUrl(name);
    }

    /** Returns the JDBC address of a database. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + port() + "/" + name;
    }

    /** Stops the server. Its data stays. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Runs a server as a process: {@code --data folder --port number [--databases a,b,c]}. */
    public static void main(String[] args) throws Exception {
        var arguments = Arguments.parse(args);
        var database = start(arguments.folder("data"), arguments.port("port"));
        for (var name : arguments.text("databases", "").split(",")) {
            if (!name.isBlank()) {
                database.database(name.strip());
            }
        }
        ServerProcess.runUntilTerminated(database);
    }
}
