package org.postroom.runtime.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready when the database answers, and not ready as soon as it has not for two seconds: whoever asks has less patience
 * than the pool, which waits for a connection much longer. However often it is asked, at most one question is open.
 */
final class DatabaseReadiness implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource database;
    private @Nullable CompletableFuture<Health> open;

    DatabaseReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            return question().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return Health.down()
                    .withDetail("error", "expected the database to answer within " + PATIENCE + ", but it is silent")
                    .build();
        } catch (ExecutionException failed) {
            return Health.down(failed).build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.down(interrupted).build();
        }
    }

    private synchronized CompletableFuture<Health> question() {
        CompletableFuture<Health> asked = open;
        if (asked == null || asked.isDone()) {
            asked = new CompletableFuture<>();
            open = asked;
            CompletableFuture<Health> answer = asked;
            Thread.ofVirtual().name("database-readiness").start(() -> answer.complete(ask()));
        }
        return asked;
    }

    private Health ask() {
        try (Connection connection = database.getConnection()) {
            boolean answers = connection.isValid(Math.toIntExact(PATIENCE.toSeconds()));
            return answers
                    ? Health.up()
                            .withDetail("database", connection.getMetaData().getDatabaseProductName())
                            .build()
                    : Health.down()
                            .withDetail("error", "expected the database to answer, but it does not")
                            .build();
        } catch (SQLException | RuntimeException unreachable) {
            return Health.down(unreachable).build();
        }
    }
}
