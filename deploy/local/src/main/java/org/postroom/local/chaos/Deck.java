package org.postroom.local.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** All troubles in a random order, and in another one when all have happened: none is forgotten, none is expected. */
final class Deck {

    private static final List<String> SERVICES = List.of(
            "inbound-mail-service",
            "routing-service",
            "outbound-mail-service",
            "domain-service",
            "verification-service",
            "console");

    private static final List<String> FOUNDATIONS = List.of("kafka", "postgresql", "schema-registry");
    private static final List<String> WRITERS =
            List.of("inbound-mail-service", "outbound-mail-service", "kafka", "postgresql");
    private static final int SHORTEST_SECONDS = 3;
    private static final int LONGEST_SECONDS = 12;

    private final Random random;
    private final Deque<Trouble> rest = new ArrayDeque<>();

    Deck(Random random) {
        this.random = random;
    }

    Trouble next() {
        if (rest.isEmpty()) {
            var all = all();
            Collections.shuffle(all, random);
            rest.addAll(all);
        }
        return rest.removeFirst();
    }

    private List<Trouble> all() {
        var all = new ArrayList<Trouble>();
        for (var part : SERVICES) {
            all.add(new Trouble.Killed(part));
            all.add(new Trouble.Frozen(part, time()));
            all.add(new Trouble.Restarted(part));
        }
        for (var part : FOUNDATIONS) {
            all.add(new Trouble.Killed(part));
            all.add(new Trouble.Frozen(part, time()));
        }
        WRITERS.forEach(part -> all.add(new Trouble.DiskFull(part, time())));
        return all;
    }

    private Duration time() {
        return Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS));
    }
}
