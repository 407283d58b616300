package org.postroom.local.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record in the form in which OSV publishes them, against libraries. */
class AdvisoriesTest {

    private static final String RECORD = """
            {"schema_version": "1.7.0", "id": "GHSA-test-0001", "aliases": ["CVE-2099-0001"], "summary": "Reads too much",
             "affected": [
               {"package": {"ecosystem": "Maven", "name": "org.example:mail", "purl": "pkg:maven/org.example/mail"},
                "ranges": [{"type": "ECOSYSTEM", "events": [
                  {"introduced": "2.0-beta9"}, {"fixed": "2.3.1"}, {"introduced": "2.4"}, {"fixed": "2.12.2"},
                  {"introduced": "3.0"}, {"last_affected": "3.2.0"}, {"introduced": "4.0.0"}]}],
                "versions": ["1.0-special"]},
               {"package": {"ecosystem": "npm", "name": "org.example:page"},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("GHSA-test-0001.json"), RECORD);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0-beta8, false",
        "2.0-beta9, true",
        "2.0, true",
        "2.3.0, true",
        "2.3.1, false",
        "2.10.1, true",
        "2.12.2, false",
        "3.2.0, true",
        "3.2.1, false",
        "5.1, true",
        "1.0-special, true",
        "1.0, false"
    })
    void tellsVersionsByTheRulesOfMaven(String version, boolean known) throws Exception {
        var result = Advisories.check(folder, List.of(new Component("org.example:mail", version)));

        assertThat(!result.findings().isEmpty()).isEqualTo(known);
    }

    @Test
    void looksAtMavensLibrariesOnlyAndAtNothingThatWasWithdrawn() throws Exception {
        var components = List.of(new Component("org.example:page", "1"), new Component("org.example:mail", "2.1"));
        assertThat(Advisories.check(folder, components).findings()).hasSize(1);

        Files.writeString(
                folder.resolve("GHSA-test-0001.json"),
                RECORD.replace("\"summary\"", "\"withdrawn\": \"2099-01-01T00:00:00Z\", \"summary\""));

        assertThat(Advisories.check(folder, components).findings()).isEmpty();
    }

    @Test
    void readsTheArchiveAsItIsDownloaded() throws Exception {
        Path archive = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("GHSA-test-0001.json"));
            zip.write(RECORD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        var result = Advisories.check(archive, List.of(new Component("org.example:mail", "2.1")));

        assertThat(result.read()).isEqualTo(1);
        assertThat(result.findings().getFirst().advisory().aliases()).containsExactly("CVE-2099-0001");
    }

    @Test
    void doesNotTakeADatabaseWithoutRecordsForGoodNews() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Advisories.check(empty, List.of()))
                .hasMessageContaining("Expected records")
                .hasMessageContaining("there is none");
    }
}
