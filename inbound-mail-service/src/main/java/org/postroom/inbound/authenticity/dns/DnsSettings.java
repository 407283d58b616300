package org.postroom.inbound.authenticity.dns;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to ask for DNS records.
 *
 * @param server the resolver as host or host:port; empty for the system's
 * @param timeout how long to wait for one answer; a question is asked up to twice
 */
@ConfigurationProperties("postroom.dns")
record DnsSettings(
        @Nullable String server, @DefaultValue("2s") Duration timeout) {

    private static final int DNS_PORT = 53;

    DnsSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("postroom.dns.timeout: expected a positive time, but got " + timeout);
        }
        if (server != null && server.contains(":") && !server.matches(".+:\\d{1,5}")) {
            throw new IllegalArgumentException("postroom.dns.server: expected host or host:port, but got " + server);
        }
    }

    @Nullable
    String host() {
        return server == null || server.isBlank()
                ? null
                : server.contains(":") ? server.substring(0, server.lastIndexOf(':')) : server;
    }

    int port() {
        return server == null || !server.contains(":")
                ? DNS_PORT
                : Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }
}
