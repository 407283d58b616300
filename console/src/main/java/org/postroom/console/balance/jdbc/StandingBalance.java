package org.postroom.console.balance.jdbc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The standing audit: how many mails were accepted and have come to no end, and how many replies to no outcome, for longer
 * than that may take. Counted whenever the metrics are asked for, by an index that holds these alone. {@code ./postroom audit} names
 * them, and finds what ended twice.
 */
@Component
final class StandingBalance implements MeterBinder {

    /** Routing decides within a second, and within minutes after a restart of everything. */
    static final Duration PATIENCE_WITH_MAILS = Duration.ofMinutes(10);

    /** outbound-mail-service gives a mail up after three days. */
    static final Duration PATIENCE_WITH_REPLIES = Duration.ofDays(4);

    private static final String MAILS = """
            select count(*) from email
            where interaction_id is null and discarded is null and kept_aside is null and received_at < ?
            """;

    private static final String REPLIES = """
            select count(*) from reply where state in ('REQUESTED', 'COMPOSED', 'DEFERRED') and requested_at < ?
            """;

    private final JdbcClient database;
    private final Clock clock;

    StandingBalance(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("postroom.balance.unended", this, balance -> balance.count(MAILS, PATIENCE_WITH_MAILS))
                .tag("kind", "mail")
                .description("Mails that were accepted more than ten minutes ago and have come to no end")
                .register(registry);
        Gauge.builder("postroom.balance.unended", this, balance -> balance.count(REPLIES, PATIENCE_WITH_REPLIES))
                .tag("kind", "reply")
                .description("Replies that were asked for more than four days ago and have no outcome")
                .register(registry);
    }

    /** How many; no number where the database does not say. */
    private double count(String sql, Duration patience) {
        try {
            return database.sql(sql)
                    .param(Timestamp.from(clock.instant().minus(patience)))
                    .query(Long.class)
                    .single();
        } catch (DataAccessException unknown) {
            return Double.NaN;
        }
    }
}
