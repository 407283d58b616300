package org.postroom.inbound.authenticity.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.inbound.authenticity.ZoneNames;
import org.yaml.snakeyaml.Yaml;

/**
 * Each file in spf-cases has a zone and cases: who sends from where, and what comes of it. They cover what the public test
 * suite of RFC 7208 (openspf.org, release 2014.04) covers, in words and names of our own.
 */
class SpfCasesTest {

    private static final String CLIENT = "192.0.2.5";
    private static final long NOW = 1_000_000;

    @TestFactory
    Stream<DynamicTest> says() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(SpfCasesTest.class.getResource("/spf-cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(SpfCasesTest::cases).toList().stream();
        }
    }

    private static Stream<DynamicTest> cases(Path file) {
        try {
            CaseFile read = CaseFile.of(new Yaml().load(Files.readString(file)));
            var names = new ZoneNames(read.zone());
            return read.cases().stream()
                    .map(one -> dynamicTest(file.getFileName() + ": " + one.get("is"), () -> check(one, names)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void check(Map<String, Object> one, ZoneNames names) {
        var question = SpfQuestion.ofSender(
                InetAddress.ofLiteral(String.valueOf(one.getOrDefault("client", CLIENT))),
                String.valueOf(one.get("sender")),
                String.valueOf(one.getOrDefault("helo", "mail.client.test")),
                "mx.postroom.test",
                NOW);

        SpfVerdict verdict = SpfCheck.of(question, names);

        assertThat(verdict.result().word()).as("%s", verdict).isEqualTo(one.get("result"));
        if (one.containsKey("explanation")) {
            assertThat(verdict.explanation()).isEqualTo(one.get("explanation"));
        }
    }

    private record CaseFile(Map<String, Map<String, Object>> zone, List<Map<String, Object>> cases) {

        @SuppressWarnings("unchecked")
        static CaseFile of(Map<String, Object> file) {
            return new CaseFile(
                    (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("zone")),
                    (List<Map<String, Object>>) Objects.requireNonNull(file.get("cases")));
        }
    }
}
