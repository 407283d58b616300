package org.postroom.console.administration.scan.jdbc;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.postroom.console.administration.scan.LastScan;
import org.postroom.console.administration.scan.ScanEngines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the newest mail in the timeline, which has each event as it was written. */
@Component
class JdbcScanEngines implements ScanEngines {

    private final JdbcClient database;

    JdbcScanEngines(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<LastScan> newest(String organisationId) {
        return database.sql("""
                        select occurred_at, details->'spamScan'->>'engine' as spam, details->'virusScan'->>'engine' as virus
                        from timeline where organisation_id = :organisation and event = 'EmailReceived'
                        order by occurred_at desc limit 1
                        """)
                .param("organisation", organisationId)
                .query((row, number) -> new LastScan(
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("spam"),
                        row.getString("virus")))
                .optional();
    }
}
