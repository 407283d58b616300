package org.postroom.testkit.tidy.counting;

import java.sql.SQLException;

/** An adapter in its capability's folder, for the test of the rules. */
final class JdbcCounts {

    private JdbcCounts() {}

    static int count(SQLException exception) {
        return Counter.count(exception.getSQLState());
    }

    /** Belongs to the adapter, too. */
    static final class Row {

        private Row() {}

        static int count(SQLException exception) {
            return exception.getErrorCode();
        }
    }
}
