package org.postroom.verification.record.dns;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to ask for DNS records.
 *
 * @param server the resolver that finds the name servers of a domain, as host or host:port; empty for the system's
 * @param port the port that name servers listen on
 * @param timeout how long to wait for one answer
 * @param budget how long all questions of one check may take together
 * @param concurrentQueriesPerServer how many questions one address is asked at the same time
 * @param silence how long an address is not asked after it was silent several times in a row
 */
@ConfigurationProperties("postroom.dns")
public record DnsSettings(
        @Nullable String server,
        @DefaultValue("53") int port,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("20s") Duration budget,
        @DefaultValue("10") int concurrentQueriesPerServer,
        @DefaultValue("30s") Duration silence) {

    private static final int HIGHEST_PORT = 65_535;

    /** Checks the values. */
    public DnsSettings {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "postroom.dns.port: expected 1 to " + HIGHEST_PORT + ", but got " + port);
        }
        positive("timeout", timeout);
        positive("budget", budget);
        positive("silence", silence);
        if (concurrentQueriesPerServer < 1) {
            throw new IllegalArgumentException(
                    "postroom.dns.concurrent-queries-per-server: expected at least 1, but got "
                            + concurrentQueriesPerServer);
        }
        HostAndPort.check("postroom.dns.server", server);
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "postroom.dns." + name + ": expected a positive time, but got " + duration);
        }
    }
}
