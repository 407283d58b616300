package org.postroom.console.live.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postroom.console.live.Signal;
import org.postroom.console.live.SignalBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Hears the signals of all replicas on a connection of its own and posts them on this replica's board. When the
 * connection breaks it opens another one and wakes every page, since signals may have been missed.
 */
final class SignalListener implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SignalListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final SignalBoard board;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile boolean listening;

    SignalListener(JdbcConnectionDetails database, SignalBoard board) {
        this.database = database;
        this.board = board;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofPlatform().name("signal-listener").daemon().start(this::listen);
    }

    @Override
    public void stop() {
        stopped.countDown();
        board.closeAll();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    @Override
    public Health health() {
        return (listening ? Health.up() : Health.outOfService()).build();
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                listenOn(connection);
            } catch (SQLException broken) {
                LOG.atWarn().setCause(broken).log("Listening for signals failed; connecting again");
                pause();
            } finally {
                listening = false;
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + SignalChannel.NAME);
        }
        var channel = connection.unwrap(PGConnection.class);
        listening = true;
        board.postAll();
        while (isRunning()) {
            PGNotification @Nullable [] heard = channel.getNotifications((int) PATIENCE.toMillis());
            if (heard != null) {
                for (PGNotification notification : heard) {
                    hear(notification.getParameter());
                }
            }
        }
    }

    private void hear(String payload) {
        if (payload.equals(SignalChannel.EVERYTHING)) {
            board.postAll();
        } else {
            Signal.decode(payload).ifPresent(board::post);
        }
    }

    private void pause() {
        try {
            if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped listening for signals");
            }
        } catch (InterruptedException interrupted) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
