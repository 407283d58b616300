package org.postroom.outbound.signing.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How DKIM keys take over from each other.
 *
 * @param rotationInterval how long a key is signed with before the next one takes over
 * @param retireAfter how long a key's record must stay after that
 */
@ConfigurationProperties("postroom.outbound.dkim")
public record RotationSettings(
        @DefaultValue("180d") Duration rotationInterval,
        @DefaultValue("7d") Duration retireAfter) {

    /** Refuses times that are none. */
    public RotationSettings {
        requirePositive("rotation-interval", rotationInterval);
        requirePositive("retire-after", retireAfter);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "postroom.outbound.dkim." + name + ": expected a positive time, but got " + value);
        }
    }
}
