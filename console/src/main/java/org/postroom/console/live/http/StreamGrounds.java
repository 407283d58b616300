package org.postroom.console.live.http;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.runtime.access.AccessTable.Standing;
import org.postroom.runtime.security.EffectivePermissions;
import org.springframework.stereotype.Component;

/** What a stream rests on: a session that lasts, an organisation that stands, and a permission for the page. */
@Component
class StreamGrounds {

    private final EffectivePermissions permissions;
    private final Clock clock;

    StreamGrounds(EffectivePermissions permissions, Clock clock) {
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Asks anew each time whether the visitor's stream may go on; one of the permissions suffices. */
    BooleanSupplier of(ConsoleUser visitor, HttpSession session, String... anyOf) {
        return () -> lasts(session)
                && permissions.standing(visitor.signedIn()) == Standing.ACTIVE
                && Arrays.stream(anyOf).anyMatch(visitor::may);
    }

    /** The server itself looks for expired sessions only once a minute; looking does not prolong the session. */
    private boolean lasts(HttpSession session) {
        try {
            int seconds = session.getMaxInactiveInterval();
            Duration unused = Duration.ofMillis(clock.millis() - session.getLastAccessedTime());
            return seconds <= 0 || unused.compareTo(Duration.ofSeconds(seconds)) < 0;
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
