package org.postroom.console.live.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postroom.console.live.OpenStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after the open streams again and again, so that none has to be written to before it learns that it is over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class StreamKeeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StreamKeeper.class);

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stream-keeper").daemon().factory());

    private @Nullable Future<?> keeping;

    @Bean
    OpenStreams openStreams(LiveSettings settings) {
        var streams = new OpenStreams(settings.streamsPerUser(), settings.streamsPerOrganisation());
        Duration pause = settings.lookAfter();
        keeping = looks.scheduleWithFixedDelay(
                () -> look(streams), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return streams;
    }

    @Bean
    MeterBinder streamsOpen(OpenStreams streams) {
        return registry -> Gauge.builder("postroom.streams.open", streams, OpenStreams::size)
                .description("Pages that this replica keeps up to date")
                .register(registry);
    }

    /** One look that fails must not be the last. */
    private static void look(OpenStreams streams) {
        try {
            streams.endWhatNoLongerStands();
        } catch (RuntimeException broken) {
            LOG.atError().setCause(broken).log("Looking after the open streams failed; trying again");
        }
    }

    @Override
    public void destroy() {
        if (keeping != null) {
            keeping.cancel(true);
        }
        looks.shutdown();
    }
}
