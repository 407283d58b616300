package org.postroom.verification.maildomain.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A database from before names could be claimed by several: who had proven a name, has it. */
@PostroomIT
@TestPropertySource(properties = {"postroom.verification.mail-host=mx.postroom.test", "postroom.verification.poll=1h"})
class ClaimsOfBeforeIT {

    private static final String SCHEMA = "before_claims";
    private static final String BY_RECORDS = "{\"type\":\"CUSTOM\",\"receiving\":\"MX\",\"sending\":\"PLATFORM\"}";
    private static final String BY_OTHERS =
            "{\"type\":\"CUSTOM\",\"receiving\":\"REDIRECT\",\"sending\":\"CUSTOM_SMTP\"}";
    private static final String SYSTEM = "{\"type\":\"SYSTEM\",\"receiving\":\"MX\",\"sending\":\"PLATFORM\"}";
    private static final String FOUND = "{\"results\":[{\"expected\":{\"purpose\":\"OWNERSHIP\"},\"status\":\"OK\"}]}";
    private static final String NOTHING = "{\"results\":[]}";

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient database;

    @Test
    void givesEachNameToWhoeverHadProvenIt() {
        migrate("2");
        insert("proven", BY_RECORDS, "VERIFIED", "VERIFIED", NOTHING);
        insert("without-mx", BY_RECORDS, "DEGRADED", "VERIFIED", FOUND);
        insert("in-doubt", BY_RECORDS, "DEGRADED", "DEGRADED", NOTHING);
        insert("unproven", BY_RECORDS, "PENDING", "FAILED", NOTHING);
        insert("not-by-records", BY_OTHERS, "VERIFIED", "VERIFIED", NOTHING);
        insert("system", SYSTEM, "VERIFIED", "VERIFIED", NOTHING);

        migrate("3");

        assertThat(states())
                .containsExactly(
                        "in-doubt IN_DOUBT 2026-03-04",
                        "not-by-records UNPROVEN none",
                        "proven OWNED none",
                        "system UNPROVEN none",
                        "unproven UNPROVEN none",
                        "without-mx OWNED none");
        database.sql("drop schema " + SCHEMA + " cascade").update();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private void insert(String id, String use, String receiving, String sending, String findings) {
        database.sql("insert into " + SCHEMA + """
                        .mail_domain (domain_id, organisation_id, domain_name, use, tokens, dkim_keys, issue, findings,
                        receiving_state, receiving_since, receiving_grace_ends_at, sending_state, sending_since,
                        sending_grace_ends_at, eager_since, next_check_at)
                        values (:id, 'acme', :id || '.test', :use::jsonb, '{}', '[]', '{}', :findings::jsonb, :receiving,
                        '2026-03-01', case when :receiving = 'DEGRADED' then timestamptz '2026-03-04' end, :sending,
                        '2026-03-01', case when :sending = 'DEGRADED' then timestamptz '2026-03-04' end, now(), now())
                        """)
                .param("id", id)
                .param("use", use)
                .param("findings", findings)
                .param("receiving", receiving)
                .param("sending", sending)
                .update();
    }

    private List<String> states() {
        return database.sql("select domain_id || ' ' || ownership_state || ' '"
                        + " || coalesce(to_char(ownership_grace_ends_at, 'YYYY-MM-DD'), 'none') from " + SCHEMA
                        + ".mail_domain order by domain_id")
                .query(String.class)
                .list();
    }
}
