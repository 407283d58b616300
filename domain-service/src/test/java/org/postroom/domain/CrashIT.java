package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * The service as a process of its own, killed at random points while it makes a thousand changes. After it has come back,
 * the log has every version of every entity: none lost, none twice once repeats are told by {@code ce_id}, each in order.
 */
@PostroomIT
class CrashIT {

    private static final int CHANGES = 1000;
    private static final int WORKERS = 8;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder;

    private final AtomicInteger effective = new AtomicInteger();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private int port;
    private volatile Process service;

    @AfterEach
    void stop() {
        service.destroyForcibly();
    }

    @Test
    void losesNothingDoublesNothingAndKeepsTheOrderWhenItIsKilled() throws Exception {
        port = ServiceProcess.freePort();
        service = ServiceProcess.start(environment, folder, port, "domain_crash", List.of("-Xmx256m"));
        Api ada = ServiceProcess.organisationOnceReady(port, "crash");

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int number = worker;
                work.add(workers.submit(() -> change(ada, "Skill " + number)));
            }
            killAtRandomPoints(new Random());
            for (Future<?> each : work) {
                each.get();
            }
        }

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> versions.forEach((id, version) -> {
                    List<Long> published = publishedVersions(id);
                    assertThat(published).isNotEmpty();
                    assertThat(published.getLast()).isEqualTo(version);
                }));
        assertThat(versions).hasSize(WORKERS);
        versions.forEach((id, version) -> assertThat(publishedVersions(id))
                .as("each version once, in order")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, version).boxed().toList()));
        assertThat(effective.get()).isGreaterThanOrEqualTo(CHANGES);
    }

    /** Renames one skill again and again; where the answer was lost with the process, looks what became of it. */
    private void change(Api ada, String name) {
        String id = ada.sendUnchecked("POST", "/api/skills", Map.of("name", name))
                .has(201)
                .id();
        long version = 1;
        while (effective.get() < CHANGES) {
            long before = version;
            try {
                var answer = ada.sendUnchecked(
                        "PUT", "/api/skills/" + id, Map.of("name", name + " " + version, "version", version));
                version = answer.status() == 200 ? answer.json().get("version").asLong() : present(ada, id);
            } catch (AssertionError | RuntimeException killed) {
                version = present(ada, id);
            }
            effective.addAndGet((int) (version - before));
        }
        versions.put(id, version);
    }

    private static long present(Api ada, String id) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(notYet -> true)
                .until(() -> version(ada, id), version -> version > 0);
    }

    private static long version(Api ada, String id) {
        try {
            var answer = ada.sendUnchecked("GET", "/api/skills/" + id, null);
            return answer.status() == 200 ? answer.json().get("version").asLong() : 0;
        } catch (AssertionError notYet) {
            return 0;
        }
    }

    private void killAtRandomPoints(Random random) throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            int point = kill * CHANGES / (KILLS + 1) + random.nextInt(CHANGES / (KILLS + 1) / 2);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> effective.get() >= point);
            service.destroyForcibly().waitFor();
            service = ServiceProcess.start(environment, folder, port, "domain_crash", List.of("-Xmx256m"));
        }
    }

    private static List<Long> publishedVersions(String id) {
        Set<String> seen = new HashSet<>();
        return EventLog.of(Topics.CONFIGURATION).records().stream()
                .filter(entry -> ("crash/skill/" + id).equals(entry.key()))
                .filter(entry -> seen.add(eventId(entry)))
                .map(entry -> ((SkillConfigured) entry.value()).getVersion())
                .toList();
    }

    private static String eventId(ConsumerRecord<String, Object> entry) {
        return new String(entry.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
