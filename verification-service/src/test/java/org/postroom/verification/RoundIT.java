package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.maildomain.Decision;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.Tokens;
import org.postroom.verification.record.ExpectedRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A round of checks of many domains, one in ten of which has a name server that never answers. How many is the system
 * property {@code postroom.round.domains}.
 */
@PostroomIT
@TestPropertySource(
        properties = {
            "postroom.verification.mail-host=mx.postroom.test",
            "postroom.verification.poll=50ms",
            "postroom.dns.timeout=3s",
            "postroom.dns.silence=30s",
            "logging.level.org.postroom.verification=WARN"
        })
class RoundIT {

    private static final Logger LOG = LoggerFactory.getLogger(RoundIT.class);
    private static final Installation INSTALLATION =
            new Installation("mx.postroom.test", "mx.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null);
    private static final int DOMAINS = Integer.getInteger("postroom.round.domains", 200);
    private static final int WITH_SILENT_SERVER = 10;

    @Autowired
    private MailDomainStore store;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void isNotHeldUpByANameServerThatNeverAnswers() throws Exception {
        try (var silent = new DatagramSocket(new InetSocketAddress(
                InetAddress.getByName("127.0.0.66"), Parts.dns().port()))) {
            Parts.dns().zones().publish("silence.test", List.of(new PublishedRecord("ns", "A", null, "127.0.0.66")));
            IntStream.range(0, DOMAINS).forEach(this::add);
            report("The first round", round());

            database.sql(
                            "update mail_domain set next_check_at = now(), last_checked_at = null where domain_id like 'round-%'")
                    .update();
            report("A later round", round());

            assertThat(silent.isClosed()).isFalse();
            assertThat(count("receiving_state = 'VERIFIED' and sending_state = 'VERIFIED'"))
                    .isEqualTo(DOMAINS);
            assertThat(count("next_check_at < now() + interval '5 hours'")).isZero();
            assertThat(store.overdue(clock.instant().minus(Duration.ofMinutes(1))))
                    .isZero();
        }
    }

    private Duration round() {
        Instant begun = clock.instant();
        Awaitility.await()
                .atMost(Duration.ofHours(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count("last_checked_at is null") == 0);
        return Duration.between(begun, clock.instant());
    }

    private void report(String round, Duration took) {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        List<Double> durations = database.sql("""
                        select percentile_cont(array[0.5, 0.99, 1]) within group (order by took_micros / 1000.0)
                        from past_check
                        where domain_id like 'round-%' and substr(domain_id, 7)::int % :each <> 0
                        """)
                .param("each", WITH_SILENT_SERVER)
                .query((row, number) -> List.of((Double[]) row.getArray(1).getArray()))
                .single();
        LOG.atWarn()
                .addKeyValue("domains", DOMAINS)
                .addKeyValue("seconds", took.toMillis() / 1_000.0)
                .addKeyValue("domainsPerSecond", DOMAINS * 1_000L / Math.max(1, took.toMillis()))
                .addKeyValue("heapMegabytes", heap / 1_000_000)
                .addKeyValue("millisOfHealthyDomains", durations)
                .log(round + " of checks ended");
    }

    private long count(String condition) {
        return database.sql("select count(*) from mail_domain where domain_id like 'round-%' and " + condition)
                .query(Long.class)
                .single();
    }

    private void add(int number) {
        String name = "round" + number + ".test";
        Decision decision = MailDomain.added(
                new DomainIdentity("organisation" + number / 2, "round-" + number, name),
                DomainUse.usual(),
                new Tokens("%032x".formatted(number), "%016x".formatted(number)),
                INSTALLATION,
                clock.instant());
        List<PublishedRecord> records = new ArrayList<>(decision.domain().issue().records().stream()
                .map(RoundIT::published)
                .toList());
        if (number % WITH_SILENT_SERVER == 0) {
            records.add(new PublishedRecord("@", "NS", null, "ns.silence.test."));
        }
        Parts.dns().zones().publish(name, records);
        store.add(decision, clock.instant());
    }

    private static PublishedRecord published(ExpectedRecord expected) {
        return new PublishedRecord(expected.name(), expected.type().name(), null, expected.value());
    }
}
