package org.postroom.outbound.waiting.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long replies wait.
 *
 * @param newsPatience how long for news that another topic should bring; after that the reply is refused
 * @param holdAtMost how long for a domain, a server or an organisation that may not send at present
 */
@ConfigurationProperties("postroom.outbound")
public record WaitingSettings(
        @DefaultValue("1m") Duration newsPatience,
        @DefaultValue("5d") Duration holdAtMost) {

    /** Refuses times that are none. */
    public WaitingSettings {
        requirePositive("news-patience", newsPatience);
        requirePositive("hold-at-most", holdAtMost);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "postroom.outbound." + name + ": expected a positive time, but got " + value);
        }
    }
}
