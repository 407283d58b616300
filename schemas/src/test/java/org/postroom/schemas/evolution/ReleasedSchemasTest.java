package org.postroom.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReleasedSchemasTest {

    private static final Path FOLDER = Path.of("src", "main", "released");

    @Test
    void everySchemaReadsAllReleasedVersionsAndIsReadByThem() throws IOException {
        assertThat(CompatibilityCheck.problems(CurrentSchemas.byTopicAndName(), new ReleasedSchemas(FOLDER).all()))
                .as("records are kept for ever and two releases run side by side, so a change must be"
                        + " FULL_TRANSITIVE compatible (CONTRIBUTING.md, \"Change an event\")")
                .isEmpty();
    }

    @Test
    void releasedVersionsAreCountedWithoutGaps() throws IOException {
        ReleasedSchemas released = new ReleasedSchemas(FOLDER);
        for (ReleasedSchemas.Released schema : released.all()) {
            assertThat(released.of(schema.topic(), schema.recordName()))
                    .extracting(ReleasedSchemas.Released::version)
                    .startsWith(1)
                    .endsWith(released.of(schema.topic(), schema.recordName()).size());
            assertThat(schema.schema().getFullName()).isEqualTo(schema.recordName());
        }
    }
}
