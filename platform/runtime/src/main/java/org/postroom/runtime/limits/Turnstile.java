package org.postroom.runtime.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets few requests of each organisation in at once; the others wait for their turn in the order in which they came, and
 * where too many wait, more are turned away. Threads are cheap, connections to the database are not.
 */
final class Turnstile {

    /** Whoever was not here for so long has nothing waiting either. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final LoadingCache<String, Semaphore> organisations;
    private final LimitSettings settings;

    Turnstile(LimitSettings settings, int most) {
        this.settings = settings;
        this.organisations = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(organisation -> new Semaphore(settings.atOnce(), true));
    }

    Entrance enter(String organisationId) {
        Semaphore places = organisations.get(organisationId);
        if (places.tryAcquire()) {
            return leaving(places);
        }
        if (places.getQueueLength() >= settings.waiting()) {
            return shut("expected at most %d requests of your organisation to wait, but there are more"
                    .formatted(settings.waiting()));
        }
        try {
            return places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                    ? leaving(places)
                    : shut(
                            "expected the other requests of your organisation to be done within %d seconds, but they were not"
                                    .formatted(settings.patience().toSeconds()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return shut("expected the service to go on, but it stops");
        }
    }

    private static Entrance shut(String reason) {
        return new Entrance.Shut("organisation-at-once", reason, RETRY_AFTER);
    }

    private static Entrance.Open leaving(Semaphore places) {
        return new Leaving(places);
    }

    /** A place that is given back once. */
    private static final class Leaving implements Entrance.Open {

        private @Nullable Semaphore places;

        Leaving(Semaphore places) {
            this.places = places;
        }

        @Override
        public void close() {
            if (places != null) {
                places.release();
                places = null;
            }
        }
    }
}
