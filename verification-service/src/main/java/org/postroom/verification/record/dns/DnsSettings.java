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
 */
@ConfigurationProperties("postroom.dns")
public record DnsSettings(
        @Nullable String server,
        @DefaultValue("53") int port,
        @DefaultValue("3s") Duration timeout) {

    private static final int USUAL_PORT = 53;
    private static final int HIGHEST_PORT = 65_535;

    /** Checks the values. */
    public DnsSettings {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "postroom.dns.port: expected 1 to " + HIGHEST_PORT + ", but got " + port);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("postroom.dns.timeout: expected a positive time, but got " + timeout);
        }
        if (server != null && server.contains(":") && !server.matches(".+:\\d{1,5}")) {
            throw new IllegalArgumentException("postroom.dns.server: expected host or host:port, but got " + server);
        }
    }

    /** The resolver's host; empty for the system's. */
    String resolverHost() {
        if (server == null || server.isBlank()) {
            return "";
        }
        return server.contains(":") ? server.substring(0, server.lastIndexOf(':')) : server;
    }

    /** The resolver's port. */
    int resolverPort() {
        return server == null || !server.contains(":")
                ? USUAL_PORT
                : Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }
}
