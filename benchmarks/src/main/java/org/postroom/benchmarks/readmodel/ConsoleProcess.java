package org.postroom.benchmarks.readmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A console that runs on its own, with an empty database of its own. */
final class ConsoleProcess implements AutoCloseable {

    private static final String UNDEFINED_TABLE = "42P01";

    private final Process process;
    private final String database;
    private final String user;

    private ConsoleProcess(Process process, String database, String user) {
        this.process = process;
        this.database = database;
        this.user = user;
    }

    static ConsoleProcess start(Path jar, Path folder, String database, String user, String kafka, String registry)
            throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--postroom.message-store.directory=" + folder.resolve("mails"),
                        "--postroom.message-store.master-key=" + "A".repeat(43) + "=",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=none",
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--spring.kafka.properties[schema.registry.url]=" + registry)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(jar.getFileName() + ".log").toFile())
                .start();
        return new ConsoleProcess(process, database, user);
    }

    /** How many events pages can show; every event is in the timeline, and each interaction's last changes its state. */
    long shown() throws SQLException {
        if (!process.isAlive()) {
            throw new IllegalStateException("expected the console to run, but it ended; see its log");
        }
        return Math.min(
                number("select count(*) from timeline"),
                number("select count(*) * " + Interactions.EVENTS + " from interaction where state = 'CLOSED'"));
    }

    private long number(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, user, "none");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException failed) {
            if (UNDEFINED_TABLE.equals(failed.getSQLState())) {
                return 0;
            }
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
