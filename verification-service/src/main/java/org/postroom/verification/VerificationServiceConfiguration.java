package org.postroom.verification;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.runtime.security.OpenPath;
import org.postroom.runtime.standing.StandingSource;
import org.postroom.runtime.standing.StandingsBackfill;
import org.postroom.runtime.work.RepeatedWork;
import org.postroom.verification.check.DomainChecker;
import org.postroom.verification.check.loop.CheckMetrics;
import org.postroom.verification.check.loop.DueChecks;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.MailDomains;
import org.postroom.verification.maildomain.TokenSource;
import org.postroom.verification.record.RecordLookup;
import org.postroom.verification.record.dns.AuthoritativeLookup;
import org.postroom.verification.record.dns.DnsSettings;
import org.postroom.verification.transport.StsPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the plain parts of the service together; the one place that draws chance. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VerificationSettings.class, DnsSettings.class})
class VerificationServiceConfiguration {

    private static final int TOKEN_BYTES = 16;

    private final VerificationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VerificationServiceConfiguration(VerificationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    TokenSource tokenSource() {
        return () -> {
            byte[] token = new byte[TOKEN_BYTES];
            random.nextBytes(token);
            return HexFormat.of().formatHex(token);
        };
    }

    @Bean
    MailDomains mailDomains(MailDomainStore store, TokenSource tokens) {
        return new MailDomains(
                store, tokens, settings.installation(), settings.grace(), settings.requestPause(), clock);
    }

    /** Senders' servers have no tokens. */
    @Bean
    OpenPath policyForEverybody() {
        return new OpenPath(StsPolicy.PATH);
    }

    @Bean
    RecordLookup recordLookup(DnsSettings dns) {
        return new AuthoritativeLookup(
                dns, settings.validatingResolver(), settings.allowPrivateNameServers(), System::nanoTime);
    }

    @Bean
    DomainChecker domainChecker(MailDomainStore store, RecordLookup lookup) {
        return new DomainChecker(
                store,
                lookup,
                settings.installation(),
                settings.checkSchedule(),
                settings.grace(),
                clock,
                random::nextDouble);
    }

    @Bean
    CheckMetrics checkMetrics(MeterRegistry registry, DomainChecker checker) {
        return new CheckMetrics(registry, checker);
    }

    @Bean
    RepeatedWork checks(DomainChecker checker, CheckMetrics metrics) {
        return new RepeatedWork(
                "checks",
                () -> new DueChecks(checker, metrics, settings.concurrentChecks(), settings.poll(), settings.lease()));
    }

    @Bean
    StandingsBackfill standingsBackfill(
            List<StandingSource> sources,
            Outbox outbox,
            JdbcClient database,
            PlatformTransactionManager transactions,
            @Value("${spring.application.name}") String name) {
        return new StandingsBackfill(name, sources, outbox, database, transactions, clock);
    }
}
