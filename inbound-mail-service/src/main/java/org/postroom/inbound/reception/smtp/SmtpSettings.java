package org.postroom.inbound.reception.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the SMTP server listens, and what it allows a client.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any that is free
 * @param announcedName our own name in the greeting and in Received fields; the name that the MX records point to
 * @param maximumMessageSize the largest message, announced by SIZE
 * @param maximumRecipients the most recipients in one transaction, at least 100 (RFC 5321, section 4.5.3.1.8)
 * @param maximumConnections the most connections at once; the next is answered 421
 * @param maximumConnectionsPerClient the most connections at once from one network address
 * @param idleTimeout how long a client may be silent (RFC 5321, section 4.5.3.2.7 asks for five minutes)
 * @param maximumErrors the most refused commands in one connection
 * @param maximumIdleCommands the most commands without a mail, besides one RCPT for each recipient that is allowed
 * @param shutdownTimeout how long mail that is coming in may take to complete when the service stops
 * @param limits what keeps one client from taking what belongs to all
 * @param proxyNetworks the load balancers' networks; who connects from there says for whom, by the PROXY protocol
 * @param postmaster the address of this host's postmaster, one that is received for here; null for the only one it can be
 * @param tlsBundle the name of the {@code spring.ssl.bundle} with our certificate, to offer STARTTLS; null to offer none
 */
@ConfigurationProperties("postroom.inbound.smtp")
record SmtpSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("2525") int port,
        @DefaultValue("localhost") String announcedName,
        @DefaultValue("40MB") DataSize maximumMessageSize,
        @DefaultValue("100") int maximumRecipients,
        @DefaultValue("1000") int maximumConnections,
        @DefaultValue("200") int maximumConnectionsPerClient,
        @DefaultValue("5m") Duration idleTimeout,
        @DefaultValue("20") int maximumErrors,
        @DefaultValue("100") int maximumIdleCommands,
        @DefaultValue("15s") Duration shutdownTimeout,
        @DefaultValue SmtpLimits limits,
        @DefaultValue({}) List<String> proxyNetworks,
        @Nullable String postmaster,
        @Nullable String tlsBundle) {

    private static final int LEAST_RECIPIENTS = 100;
    private static final int HIGHEST_PORT = 65_535;

    SmtpSettings {
        proxyNetworks = List.copyOf(proxyNetworks);
        require("proxy-networks", proxyNetworks, SmtpLimits.areNetworks(proxyNetworks), "networks like 192.0.2.0/24");
        require(
                "postmaster",
                postmaster,
                postmaster == null
                        || postmaster.isBlank()
                        || MailPath.parse(postmaster).isPresent(),
                "an address");
        require("port", port, port >= 0 && port <= HIGHEST_PORT, "a port from 0 to 65535");
        require(
                "announced-name",
                announcedName,
                announcedName.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,253}[A-Za-z0-9])?"),
                "a host name");
        require(
                "maximum-message-size",
                maximumMessageSize,
                maximumMessageSize.compareTo(DataSize.ofKilobytes(64)) >= 0,
                "at least 64KB");
        require(
                "maximum-recipients",
                maximumRecipients,
                maximumRecipients >= LEAST_RECIPIENTS,
                "at least " + LEAST_RECIPIENTS);
        require("maximum-connections", maximumConnections, maximumConnections > 0, "at least 1");
        require(
                "maximum-connections-per-client",
                maximumConnectionsPerClient,
                maximumConnectionsPerClient > 0,
                "at least 1");
        require("idle-timeout", idleTimeout, idleTimeout.toSeconds() > 0, "at least 1s");
        require("maximum-errors", maximumErrors, maximumErrors > 0, "at least 1");
        require("maximum-idle-commands", maximumIdleCommands, maximumIdleCommands > 0, "at least 1");
        require("shutdown-timeout", shutdownTimeout, !shutdownTimeout.isNegative(), "no negative time");
    }

    /** The bundle's name; empty where STARTTLS is not offered. */
    Optional<String> tls() {
        return Optional.ofNullable(tlsBundle).filter(name -> !name.isBlank());
    }

    /** The address of this host's postmaster; empty where none is set. */
    Optional<String> postmasterAddress() {
        return Optional.ofNullable(postmaster).filter(address -> !address.isBlank());
    }

    static void require(String name, @Nullable Object value, boolean holds, String expectation) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "postroom.inbound.smtp." + name + ": expected " + expectation + ", but it is " + value);
        }
    }
}
