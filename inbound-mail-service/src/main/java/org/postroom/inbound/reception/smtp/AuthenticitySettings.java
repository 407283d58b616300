package org.postroom.inbound.reception.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether it is found out how far mails are what they say they are.
 *
 * @param enabled whether it is
 * @param budget how much time name servers have for one mail; what they have not said by then is {@code temperror}
 */
@ConfigurationProperties("postroom.inbound.authenticity")
record AuthenticitySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20s") Duration budget) {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    AuthenticitySettings {
        // RFC 5321, section 4.5.3.2.6: a client waits ten minutes for the answer to its content, many only a few.
        if (!budget.isPositive() || budget.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "postroom.inbound.authenticity.budget: expected more than nothing and at most "
                            + LONGEST.toSeconds() + "s, but it is " + budget);
        }
    }
}
