package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.postroom.testkit.Parts;
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
        port = freePort();
        service = start();
        Api ada = createdOnceReady();

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
            service = start();
        }
    }

    private Api createdOnceReady() {
        Api operator = Api.operator(port);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            try {
                return operator.sendUnchecked("PUT", "/api/organisations/crash", Api.organisation("crash"))
                                .status()
                        == 200;
            } catch (AssertionError notYet) {
                return false;
            }
        });
        return Api.administrator(port, "crash");
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

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "@" + classPath(),
                "org.postroom.domain.DomainServiceApplication",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + Parts.database("domain_crash"),
                "--spring.kafka.consumer.group-id=domain-crash",
                same("spring.datasource.username"),
                same("spring.datasource.password"),
                same("spring.kafka.bootstrap-servers"),
                same("spring.kafka.properties[schema.registry.url]"),
                same("spring.security.oauth2.resourceserver.jwt.issuer-uri"),
                same("postroom.message-store.directory"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()))
                .start();
    }

    private Path classPath() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Files.writeString(folder.resolve("classpath"), "-cp \"" + classPath + "\"");
    }

    private String same(String property) {
        return "--" + property + "=" + environment.getProperty(property, "");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
