package org.postroom.local.readmodels;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.postroom.local.stack.StackException;

/**
 * The read models of a console, by its database: what is asked for there is done by any replica that runs, and waits for one where
 * none does.
 */
public final class ConsoleReadModels {

    private final String url;
    private final String user;
    private final String password;

    /**
     * Names the database.
     *
     * @param url its JDBC address
     * @param user who may read and change the console's tables
     */
    public ConsoleReadModels(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Asks for a read model to be made anew; one that is being made anew goes on.
     *
     * @return the generation that serves now, which another one will follow; empty where there is no such read model
     * @throws StackException where the database cannot be asked
     */
    public OptionalInt rebuild(String model) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("select read_model_rebuild(?)")) {
            statement.setString(1, model);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                int generation = answer.getInt(1);
                return answer.wasNull() ? OptionalInt.empty() : OptionalInt.of(generation);
            }
        } catch (SQLException unreachable) {
            throw refused(unreachable);
        }
    }

    /**
     * What serves and what is being made, by name.
     *
     * @throws StackException where the database cannot be asked
     */
    public List<ReadModelStatus> status() {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select model, generation, state, coalesce(behind, 0) as behind, coalesce(log_length, 0) as log_length
                        from read_model_generation where state <> 'RETIRED' order by model, generation
                        """);
                ResultSet row = statement.executeQuery()) {
            List<ReadModelStatus> all = new ArrayList<>();
            while (row.next()) {
                long length = row.getLong("log_length");
                all.add(new ReadModelStatus(
                        row.getString("model"),
                        row.getInt("generation"),
                        row.getString("state").equals("SERVING"),
                        Math.min(length, row.getLong("behind")),
                        length));
            }
            return all;
        } catch (SQLException unreachable) {
            throw refused(unreachable);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static StackException refused(SQLException failure) {
        return new StackException(
                "The console's database cannot be asked: " + failure.getMessage()
                        + ". Check its address, and that the console has started once.",
                failure);
    }
}
