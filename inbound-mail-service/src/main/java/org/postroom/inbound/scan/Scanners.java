package org.postroom.inbound.scan;

import java.time.Duration;
import java.util.Optional;

/**
 * Who looks at each mail.
 *
 * @param spam who looks for spam
 * @param virus who looks for viruses; empty where nobody does
 */
public record Scanners(Scanning spam, Optional<Scanning> virus) {

    private static final Duration LOCAL = Duration.ofSeconds(10);

    /** Only what is built in. */
    public static final Scanners BUILT_IN = of(Optional.empty(), Optional.empty());

    /** The engines that are configured; what is built in looks for spam where none is. */
    public static Scanners of(Optional<Scanning> spam, Optional<Scanning> virus) {
        return new Scanners(
                spam.orElseGet(() -> new Scanning(new BuiltInEngine(), LOCAL, WithoutAnswer.ACCEPT)), virus);
    }
}
