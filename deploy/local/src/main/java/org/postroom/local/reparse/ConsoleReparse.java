package org.postroom.local.reparse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postroom.local.stack.StackException;

/**
 * The reading again of all stored mails, by the database of the console: what is asked for there is done by any replica that runs,
 * and waits for one where none does.
 */
public final class ConsoleReparse {

    private final String url;
    private final String user;
    private final String password;

    /**
     * Names the database.
     *
     * @param url its JDBC address
     * @param user who may read and change the console's tables
     */
    public ConsoleReparse(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Asks for all mails to be read again; where they are being read, that goes on.
     *
     * @return the number of this run
     * @throws StackException where the database cannot be asked
     */
    public int begin() {
        return ask("select reparse_begin()", statement -> {}, row -> row.getInt(1))
                .getFirst();
    }

    /**
     * How far a run is.
     *
     * @throws StackException where the database cannot be asked, or has no such run any more
     */
    public ReparseStatus status(int run) {
        List<ReparseStatus> found = ask(
                """
                select finished_at is not null, coalesce(mails, 0), mails_read, mails_different, mails_unreadable
                from reparse where id = ?
                """,
                statement -> statement.setInt(1, run),
                row -> new ReparseStatus(
                        row.getBoolean(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
        if (found.isEmpty()) {
            throw new StackException(
                    "Somebody has begun to read all mails again since. See that run for what it finds.");
        }
        return found.getFirst();
    }

    /**
     * What a run has found, the first ones by organisation and mail.
     *
     * @param most how many at most
     * @throws StackException where the database cannot be asked
     */
    public List<Difference> differences(int run, int most) {
        return ask(
                """
                select organisation_id, email_id, fact, before, after from reparse_difference
                where reparse = ? order by organisation_id, email_id, fact limit ?
                """,
                statement -> {
                    statement.setInt(1, run);
                    statement.setInt(2, most);
                },
                row -> new Difference(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    private <T> List<T> ask(String question, Parameters parameters, Reading<T> reading) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(question)) {
            parameters.set(statement);
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reading.of(row));
                }
            }
            return all;
        } catch (SQLException unreachable) {
            throw new StackException(
                    "The console's database cannot be asked: " + unreachable.getMessage()
                            + ". Check its address, and that this release of the console has started once.",
                    unreachable);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
