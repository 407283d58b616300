package org.postroom.outbound.smtpserver.smtp;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to talk to the organisations' own servers.
 *
 * @param allowPrivateSmtpServers true to let them, and recipients' servers, be in private networks and on this machine,
 *     and to let the organisations' take passwords without encryption
 * @param trustedCertificates a PEM file with certificates of authorities to trust beside the usual ones; null for none
 * @param connectionTestTimeout how long a test waits for a connection or an answer
 * @param ehloName the name this host gives itself; empty for its own host name
 * @param connectTimeout how long to wait for a connection when sending
 * @param answerTimeout how long to wait for an answer when sending
 */
@ConfigurationProperties("postroom.outbound")
record ServerSettings(
        @DefaultValue("false") boolean allowPrivateSmtpServers,
        @Nullable Path trustedCertificates,
        @DefaultValue("15s") Duration connectionTestTimeout,
        @Nullable String ehloName,
        @DefaultValue("30s") Duration connectTimeout,
        @DefaultValue("5m") Duration answerTimeout) {

    ServerSettings {
        if (!connectionTestTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "postroom.outbound.connection-test-timeout: expected a positive time, but got "
                            + connectionTestTimeout);
        }
    }
}
