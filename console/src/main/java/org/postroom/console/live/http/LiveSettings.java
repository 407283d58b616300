package org.postroom.console.live.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many pages are kept up to date by one replica, and for how long.
 *
 * @param streamsPerUser the open streams of one user at most; beyond that the oldest ends
 * @param streamsPerOrganisation the open streams of one organisation at most; beyond that the oldest of the user with the
 *     most ends
 * @param lookAfter the time between two looks at whether a stream's session and permission still stand
 */
@ConfigurationProperties("postroom.live")
record LiveSettings(
        @DefaultValue("20") int streamsPerUser,
        @DefaultValue("2000") int streamsPerOrganisation,
        @DefaultValue("1s") Duration lookAfter) {

    LiveSettings {
        if (streamsPerUser < 1 || streamsPerOrganisation < streamsPerUser) {
            throw new IllegalArgumentException(
                    "postroom.live: expected 1 <= streams-per-user <= streams-per-organisation, but got %d and %d"
                            .formatted(streamsPerUser, streamsPerOrganisation));
        }
        if (!lookAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "postroom.live.look-after: expected a time, but got " + lookAfter.toMillis() + " ms");
        }
    }
}
