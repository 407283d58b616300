package org.postroom.local.deadletters;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the listeners of one service set aside, in the service's own database. The service gives a record back to its listener
 * itself, once it is asked to in the table; so this works with any replica that runs, and waits for one where none does.
 */
public final class ServiceLetters implements LetterBox {

    private static final String COLUMNS = """
            select id, listener, entity, event_type, topic, topic_partition, topic_offset,
              coalesce(octet_length(payload), 0) as octets, set_aside_at, attempts, failed_at, retry_wanted_at, reason, trace
            from listener_set_aside where discarded_at is null
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLISECONDS = 200;
    private static final int SHOWN = 500;

    private final String service;
    private final String url;
    private final String user;
    private final String password;

    /**
     * Names the database.
     *
     * @param service the name of the service's database, with which its letters' identifiers begin
     * @param url its JDBC address
     * @param user who may read and change the service's tables
     */
    public ServiceLetters(String service, String url, String user, String password) {
        this.service = service;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public List<DeadLetter> list() {
        return read(COLUMNS + " order by id limit " + SHOWN, null);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        Optional<Long> number = number(id);
        return number.isEmpty()
                ? Optional.empty()
                : read(COLUMNS + " and id = ?", number.get()).stream().findFirst();
    }

    @Override
    public Outcome retry(String id) throws InterruptedException {
        long number = number(id).orElseThrow();
        long attempts = attempts(number);
        long concerned = asked("select listener_retry(?)", number, null);
        if (concerned == 0) {
            return new Outcome(false, id + " is not there any more.");
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            // In this order: what is read of the letter is at least as new as the attempt.
            boolean triedAgain = attempts(number) > attempts;
            Optional<DeadLetter> left = find(id);
            if (left.isEmpty()) {
                return new Outcome(
                        true,
                        concerned == 1
                                ? id + " has been processed."
                                : id + " has been processed; what waited behind it follows.");
            }
            if (triedAgain) {
                return new Outcome(
                        false,
                        id + " failed again and stays where it is. "
                                + left.get().reason());
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        return new Outcome(
                false,
                id
                        + " is asked for, but has not been processed yet: it waits for an earlier record, or the service does not"
                        + " run.");
    }

    @Override
    public Outcome discard(String id, String reason) {
        boolean done = asked("select listener_discard(?, ?)::int", number(id).orElseThrow(), reason) == 1;
        return done
                ? new Outcome(true, id + " is given up; what waited behind it follows.")
                : new Outcome(false, id + " is not there any more.");
    }

    private Optional<Long> number(String id) {
        String beginning = service + "/";
        return id.startsWith(beginning) && id.substring(beginning.length()).matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(id.substring(beginning.length())))
                : Optional.empty();
    }

    private long attempts(long number) {
        return asked("select coalesce(max(attempts), 0) from listener_set_aside where id = ?", number, null);
    }

    private long asked(String question, long number, @Nullable String text) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, number);
            if (text != null) {
                statement.setString(2, text);
            }
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException unreachable) {
            throw refused(unreachable);
        }
    }

    private List<DeadLetter> read(String question, @Nullable Long number) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(question)) {
            if (number != null) {
                statement.setLong(1, number);
            }
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(letter(row));
                }
            }
            return letters;
        } catch (SQLException unreachable) {
            throw refused(unreachable);
        }
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        String type = row.getString("event_type");
        int attempts = row.getInt("attempts");
        String state = row.getTimestamp("failed_at") == null
                ? "waits"
                : attempts == 1 ? "failed" : "failed " + attempts + " times";
        return new DeadLetter(
                service + "/" + row.getLong("id"),
                row.getString("listener"),
                row.getString("entity"),
                type.substring(type.lastIndexOf('.') + 1),
                row.getString("topic") + ", partition " + row.getInt("topic_partition") + ", offset "
                        + row.getLong("topic_offset"),
                row.getLong("octets"),
                row.getTimestamp("set_aside_at").toInstant(),
                row.getTimestamp("retry_wanted_at") == null ? state : state + ", asked for",
                row.getString("reason"),
                row.getString("trace"));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private LettersException refused(SQLException failure) {
        return new LettersException(
                "The database " + service + " cannot be asked: " + failure.getMessage()
                        + ". Check its address, and that the service has started once.",
                failure);
    }
}
