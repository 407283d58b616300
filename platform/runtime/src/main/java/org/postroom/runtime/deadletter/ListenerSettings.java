package org.postroom.runtime.deadletter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How listeners deal with records that fail.
 *
 * @param patience how long a record is tried again whose failure may go away by itself, in sum of the pauses between the
 *     attempts; from 1 s to 1 h
 * @param mostSetAside how many records may be set aside at a time, from 1; beyond, listeners wait instead
 */
@ConfigurationProperties("postroom.listener")
public record ListenerSettings(
        @DefaultValue("60s") Duration patience,
        @DefaultValue("100000") long mostSetAside) {

    /** Refuses what cannot be meant. */
    public ListenerSettings {
        if (patience.compareTo(Duration.ofSeconds(1)) < 0 || patience.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("postroom.listener.patience: expected 1s to 1h, but got " + patience);
        }
        if (mostSetAside < 1) {
            throw new IllegalArgumentException(
                    "postroom.listener.most-set-aside: expected at least 1, but got " + mostSetAside);
        }
    }
}
