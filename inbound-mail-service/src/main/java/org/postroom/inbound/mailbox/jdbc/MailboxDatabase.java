package org.postroom.inbound.mailbox.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of the mailboxes, which reception by SMTP knows nothing of: it is no part of readiness, nothing waits for it at the
 * start, and it is made ready once it is there.
 */
public final class MailboxDatabase implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS = 8;

    private final HikariDataSource source;
    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private volatile boolean migrated;

    MailboxDatabase(DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("mailboxes");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        // A negative time: the pool begins whether or not the database is there.
        pool.setInitializationFailTimeout(-1);
        this.source = new HikariDataSource(pool);
        this.client = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** Where it is asked. */
    public JdbcClient client() {
        return client;
    }

    /** What transactions are made with. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Brings its tables up to date, once. */
    public synchronized void prepare() {
        if (!migrated) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/runtime", "classpath:db/migration")
                    .load()
                    .migrate();
            migrated = true;
        }
    }

    /**
     * Does something in one transaction.
     *
     * @throws UnavailableException where the database is away
     */
    public <T> T inTransaction(Supplier<T> action) {
        try {
            return transactions.execute(_ -> action.get());
        } catch (CannotCreateTransactionException away) {
            throw new UnavailableException("the database of the mailboxes cannot be reached", away);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
