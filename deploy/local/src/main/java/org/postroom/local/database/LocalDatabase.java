package org.postroom.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.Signals;
import org.postroom.local.programs.ProgramStore;

/**
 * A real PostgreSQL server on the loopback address, with the superuser {@link #USER} and no password. A server that is
 * started on the data folder of an earlier one continues with its databases.
 */
public final class LocalDatabase implements AutoCloseable {

    /** The user that owns everything. */
    public static final String USER = "postgres";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Process process;
    private final int port;

    private LocalDatabase(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @param store where its programs are unpacked
     * @param data the folder of its data; made when it is new
     * @param port the port, or 0 for a free one
     * @throws IOException when the server cannot be started
     */
    public static LocalDatabase start(ProgramStore store, Path data, int port) throws IOException {
        int chosen = Loopback.portOrFree(port);
        var command = DatabaseCluster.in(data, store).serverCommand(chosen);
        var log = data.resolveSibling(data.getFileName() + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var database = new LocalDatabase(process, chosen);
        try {
            database.awaitAnswer(log);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL started", e);
        }
        return database;
    }

    /** Returns the port. */
    public int port() {
        return port;
    }

    /**
     * Creates a database unless it exists, and returns its JDBC address.
     *
     * @throws IllegalArgumentException when the name is not lower-case letters, digits and underscores
     * @throws SQLException when the server refuses
     */
    public String database(String name) throws SQLException {
        create(jdbcUrl(USER), USER, "", name);
        return jdbcUrl(name);
    }

    /**
     * Creates a database on any server unless it exists.
     *
     * @param url the JDBC address of a database of the server
     * @param user a user who may create databases
     * @param password the user's password
     * @param name the new database's name
     * @throws IllegalArgumentException when the name is not lower-case letters, digits and underscores
     * @throws SQLException when the server refuses
     */
    public static void create(String url, String user, String password, String name) throws SQLException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a database name of lower-case letters, digits and underscores, but got " + name);
        }
        try (var connection = DriverManager.getConnection(url, user, password);
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var command = connection.createStatement()) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    command.execute("create database " + name + " encoding 'UTF8' template template0");
                }
            }
        }
    }

    /** Returns the JDBC address of a database. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + port() + "/" + name;
    }

    /** Stops the server without waiting for its clients. Its data stays. */
    @Override
    public void close() throws IOException {
        Signals.interrupt(process.toHandle());
        try {
            if (!process.waitFor(STOP_LIMIT)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (process.waitFor(PAUSE) || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("PostgreSQL did not start. It said: " + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(jdbcUrl(USER), USER, "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
