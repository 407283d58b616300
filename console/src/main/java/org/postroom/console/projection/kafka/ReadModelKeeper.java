package org.postroom.console.projection.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.postroom.console.projection.Generation;
import org.postroom.console.projection.Generation.State;
import org.postroom.console.projection.ReadModel;
import org.postroom.console.projection.jdbc.Generations;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.runtime.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Sees to it that each read model is there in this release's version: lets new generations be filled, take over and old ones go.
 * Looks every second, in every replica; what one of them does, the others find done.
 */
final class ReadModelKeeper implements Work, InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelKeeper.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How long what was seen is worth telling. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** So few records are made up for in a moment. */
    private static final long NEARLY_FULL = 2_000;

    private final Generations generations;
    private final ReadModels readModels;
    private final Followers followers;
    private final LogLengths log;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * What was seen of a generation.
     *
     * @param behind how many records of the log it has not read
     * @param atNanos when
     */
    private record Seen(Generation generation, long behind, long atNanos) {}

    ReadModelKeeper(Generations generations, ReadModels readModels, Followers followers, LogLengths log) {
        this.generations = generations;
        this.readModels = readModels;
        this.followers = followers;
        this.log = log;
    }

    /** Before anything is shown, there is something to show. */
    @Override
    public void afterPropertiesSet() {
        for (Projection projection : Projection.values()) {
            generations.prepare(projection.model());
        }
    }

    /** How many records of the log the serving generation of a read model has not read; empty where that is not known. */
    Optional<Long> behind(Projection projection) {
        return Optional.ofNullable(seen.get(projection.model().name()))
                .filter(last -> System.nanoTime() - last.atNanos() < FRESH.toNanos())
                .map(Seen::behind);
    }

    @Override
    public Duration round(BooleanSupplier goesOn) {
        for (Projection projection : Projection.values()) {
            generations.prepare(projection.model());
        }
        List<Generation> all = generations.all();
        follow(all);
        LogLengths.Reach reach = log.reach(topics());
        for (Projection projection : Projection.values()) {
            look(projection.model(), all, reach);
        }
        generations.dropRetired();
        return LOOK_EVERY;
    }

    private void look(ReadModel model, List<Generation> all, LogLengths.Reach reach) {
        for (Generation generation : all) {
            if (generation.model().equals(model.name()) && generation.state() != State.RETIRED) {
                long behind = reach.behind(model.topics(), readModels.places(generation));
                generations.note(generation, behind, reach.length(model.topics()));
                if (generation.state() == State.SERVING) {
                    seen.put(model.name(), new Seen(generation, behind, System.nanoTime()));
                } else if (generation.version() <= model.version() && behind <= NEARLY_FULL) {
                    takeOver(model, generation);
                }
            }
        }
    }

    private void takeOver(ReadModel model, Generation filled) {
        if (generations.takeOver(model, filled)) {
            LOG.atInfo()
                    .addKeyValue("readModel", model.name())
                    .addKeyValue("generation", filled.number())
                    .addKeyValue("version", filled.version())
                    .log("A read model that was made anew serves now");
        }
    }

    private void follow(List<Generation> all) {
        Map<Generation, Projection> wanted = new HashMap<>();
        for (Generation generation : all) {
            for (Projection projection : Projection.values()) {
                if (projection.model().name().equals(generation.model())
                        && generation.version() <= projection.model().version()
                        && generation.state() != State.RETIRED) {
                    wanted.put(generation, projection);
                }
            }
        }
        followers.follow(wanted);
    }

    private static Set<String> topics() {
        Set<String> topics = new HashSet<>();
        for (Projection projection : Projection.values()) {
            topics.addAll(projection.model().topics());
        }
        return topics;
    }
}
