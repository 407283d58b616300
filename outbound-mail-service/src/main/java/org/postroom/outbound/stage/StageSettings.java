package org.postroom.outbound.stage;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which stages this process runs.
 *
 * @param stages {@code compose}, {@code send} or both, at least one
 */
@ConfigurationProperties("postroom.outbound")
public record StageSettings(
        @DefaultValue({"compose", "send"}) Set<Stage> stages) {

    /** Refuses a process that would do nothing. */
    public StageSettings {
        stages = Set.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException(
                    "postroom.outbound.stages: expected compose, send or both, but it is empty");
        }
    }
}
