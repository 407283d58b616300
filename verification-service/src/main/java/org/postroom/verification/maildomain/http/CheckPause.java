package org.postroom.verification.maildomain.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.MailDomainStore.KeptDomain;

/** When the next request for a check is heard. */
final class CheckPause {

    private CheckPause() {}

    /** The moment; null where a request is heard at any time, or no check is ever needed. */
    static @Nullable Instant endsAt(KeptDomain kept, Duration pause) {
        return kept.lastRequestedAt() == null ? null : kept.lastRequestedAt().plus(pause);
    }

    /** How many whole seconds are left, at least one. */
    static long secondsLeft(KeptDomain kept, Duration pause, Instant now) {
        Instant end = endsAt(kept, pause);
        long millis = end == null ? 0 : Duration.between(now, end).toMillis();
        return Math.max(1, Math.ceilDiv(millis, 1_000));
    }
}
