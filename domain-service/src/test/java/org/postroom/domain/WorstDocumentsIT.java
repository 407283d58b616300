package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * The service with the heap of the one-machine stack, and the worst configuration documents of the allowed size, from ten
 * organisations at once. It ends where its memory does not suffice.
 */
@PostroomIT
class WorstDocumentsIT {

    private static final int ORGANISATIONS = 10;
    private static final int LONGEST = 4 * 1024 * 1024;
    private static final List<String> LITTLE_MEMORY =
            List.of("-Xmx192m", "-Xmn16m", "-XX:MaxMetaspaceSize=192m", "-XX:+ExitOnOutOfMemoryError");

    @Autowired
    private Environment environment;

    @TempDir
    private Path folder;

    private final List<Api> administrators = new ArrayList<>();
    private Process service;

    @BeforeEach
    void start() throws Exception {
        int port = ServiceProcess.freePort();
        service = ServiceProcess.start(environment, folder, port, "domain_worst", LITTLE_MEMORY);
        for (int number = 0; number < ORGANISATIONS; number++) {
            administrators.add(ServiceProcess.organisationOnceReady(port, "worst" + number));
        }
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
    }

    @Test
    void outlivesTheWorstDocumentsTenAtOnce() throws Exception {
        Map<String, String> documents = documents();
        for (var each : documents.entrySet()) {
            List<Integer> answers = atOnce(administrators, each.getValue());

            assertThat(service.isAlive()).as(each.getKey() + "\n" + tail()).isTrue();
            assertThat(answers).as(each.getKey()).isSubsetOf(200, 422, 429);
        }
        String entries = keys("format: postroom/1\nskills:\n", "  s%d: {}\n", 9_999);
        assertThat(atOnce(administrators.subList(0, 2), entries)).containsOnly(200);
        assertThat(administrators.getFirst().get("/api/skills").has(200).json()).isEmpty();
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        String nested = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char level = 'b'; level < 'h'; level++) {
            nested += "%c: &%c [%s]\n"
                    .formatted(level, level, "*%c,".formatted(level - 1).repeat(9));
        }
        documents.put("aliases", nested);
        documents.put("flat list", filled("a: [", "x,\n", "]"));
        documents.put("empty mappings", filled("a: [", "{},\n", "]"));
        documents.put("deep", filled("a: ", "[", ""));
        String line = "x".repeat(250_000) + "\n     ";
        documents.put("long line", filled("format: \"\u20ac", "x", "\""));
        documents.put("huge text", filled("format: \"\u20ac", line, "\""));
        documents.put(
                "huge field", filled("format: postroom/1\nqueues:\n  a:\n    memberAgents: \"\u20ac", line, "\"\n"));
        documents.put("unknown sections", keys("format: postroom/1\n", "s%d: x\n", 99_000));
        documents.put(
                "unknown fields", keys("format: postroom/1\nqueues:\n  a:\n", "    f%d: \"abcdefghijklm\"\n", 99_000));
        documents.put(
                "unknown agents",
                "format: postroom/1\nqueues:\n  a:\n    memberAgents: [" + "abcdefghijklmnopq,\n".repeat(199_000)
                        + "]\n");
        documents.put("wrong entries", keys("format: postroom/1\nskills:\n", "  s%d: {wrong: 1}\n", 9_999));
        documents.put("too many entries", keys("format: postroom/1\nskills:\n", "  s%d: {}\n", 90_000));
        return documents;
    }

    private static String filled(String before, String repeated, String after) {
        return before + repeated.repeat((LONGEST - before.length() - after.length() - 10) / repeated.length()) + after;
    }

    private static String keys(String before, String line, int number) {
        return before + IntStream.range(0, number).mapToObj(line::formatted).collect(Collectors.joining());
    }

    private static List<Integer> atOnce(List<Api> organisations, String document) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (Api ada : organisations) {
                asked.add(users.submit(
                        () -> ada.exchange("POST", "/api/configuration?dryRun=true", "application/yaml", document)
                                .statusCode()));
            }
            for (Future<Integer> each : asked) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    private String tail() throws Exception {
        List<String> lines = Files.readAllLines(ServiceProcess.log(folder));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
