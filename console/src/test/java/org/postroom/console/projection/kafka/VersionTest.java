package org.postroom.console.projection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionTest {

    /** By read model and version, the beginning of the SHA-256 of the statements that make its tables. */
    private static final Map<String, String> TABLES = Map.of(
            "desk 3", "4b26f174722adb0d",
            "directory 2", "3d0dee8d20196078",
            "timeline 1", "18067be7241ded3f");

    @Test
    void changesWithTheTables() throws IOException, NoSuchAlgorithmException {
        Map<String, String> present = new TreeMap<>();
        for (Projection projection : Projection.values()) {
            Path statements = Path.of(
                    "src/main/resources/db/read-models", projection.model().name() + ".sql");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(statements));
            present.put(
                    projection.model().name() + " " + projection.model().version(),
                    HexFormat.of().formatHex(digest, 0, 8));
        }

        assertThat(present)
                .as("whoever changes tables raises the read model's version in Projection, so that installations"
                        + " make it anew, and only then the digest here")
                .isEqualTo(TABLES);
    }
}
