package org.postroom.testkit;

import java.io.IOException;
import java.sql.SQLException;

/** A real PostgreSQL server for tests, wherever it runs. */
interface TestDatabase extends AutoCloseable {

    /** The JDBC address of a database with this name, empty when first asked for. */
    String database(String name) throws SQLException;

    /** The password of the user {@code postgres}; empty where none is asked for. */
    String password();

    @Override
    void close() throws IOException;
}
