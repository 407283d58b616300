package org.postroom.local.stack;

import java.net.URI;
import java.net.URISyntaxException;
import org.postroom.local.database.LocalDatabase;
import org.postroom.local.host.Loopback;

/**
 * A PostgreSQL server, with a user who may create databases.
 *
 * @param host its host
 * @param port its port
 * @param user the user
 * @param password the user's password; may be empty
 */
public record DatabaseServer(String host, int port, String user, String password) {

    private static final int USUAL_PORT = 5432;

    /** The database that every server has. */
    static final String MAINTENANCE = "postgres";

    /** The server that the stack brings along. */
    static DatabaseServer ofTheStack(int port) {
        return new DatabaseServer(Loopback.HOST, port, LocalDatabase.USER, "");
    }

    /**
     * Reads {@code postgresql://user:password@host:port}.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static DatabaseServer parse(String address) {
        try {
            var uri = new URI(address);
            var account = uri.getUserInfo() == null ? "" : uri.getUserInfo();
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || account.isEmpty()) {
                throw refused(address);
            }
            int colon = account.indexOf(':');
            return new DatabaseServer(
                    uri.getHost(),
                    uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                    colon < 0 ? account : account.substring(0, colon),
                    colon < 0 ? "" : account.substring(colon + 1));
        } catch (URISyntaxException e) {
            throw refused(address);
        }
    }

    /** Returns the JDBC address of one of its databases. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Says where it is, without the password. */
    public String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + address();
    }

    private static IllegalArgumentException refused(String address) {
        return new IllegalArgumentException("Expected --database postgresql://user:password@host:port, but got "
                + address.replaceAll(":[^:@/]*@", ":…@"));
    }
}
