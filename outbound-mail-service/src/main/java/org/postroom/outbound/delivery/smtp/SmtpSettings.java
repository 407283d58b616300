package org.postroom.outbound.delivery.smtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to talk to recipients' servers.
 *
 * @param ehloName the name this host gives itself; empty for its own host name
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for an answer; RFC 5321, section 4.5.3.2, asks for up to 10 minutes
 */
@ConfigurationProperties("postroom.outbound")
record SmtpSettings(
        @Nullable String ehloName,
        @DefaultValue("30s") Duration connectTimeout,
        @DefaultValue("5m") Duration answerTimeout) {

    SmtpSettings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("answer-timeout", answerTimeout);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "postroom.outbound." + name + ": expected a positive time, but got " + value);
        }
    }
}
