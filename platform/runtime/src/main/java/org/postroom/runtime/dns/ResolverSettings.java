package org.postroom.runtime.dns;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to ask for DNS records.
 *
 * @param server the resolver as host or host:port; empty for the system's
 * @param timeout how long to wait for one answer
 */
@ConfigurationProperties("postroom.dns")
public record ResolverSettings(
        @Nullable String server, @DefaultValue("2s") Duration timeout) {

    private static final int DNS_PORT = 53;

    /** Refuses what nobody can be asked by. */
    public ResolverSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("postroom.dns.timeout: expected a positive time, but got " + timeout);
        }
        if (server != null && server.contains(":") && !server.matches(".+:\\d{1,5}")) {
            throw new IllegalArgumentException("postroom.dns.server: expected host or host:port, but got " + server);
        }
    }

    /** The resolver's host; null for the system's. */
    public @Nullable String host() {
        return server == null || server.isBlank()
                ? null
                : server.contains(":") ? server.substring(0, server.lastIndexOf(':')) : server;
    }

    /** The resolver's port. */
    public int port() {
        return server == null || !server.contains(":")
                ? DNS_PORT
                : Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }
}
