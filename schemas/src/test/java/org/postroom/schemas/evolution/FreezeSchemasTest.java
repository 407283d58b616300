package org.postroom.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.schemas.evolution.ReleasedSchemas.Released;

class FreezeSchemasTest {

    private static final String TOPIC = "postroom.examples";
    private static final String NAME = "org.example.Thing";
    private static final Schema FIRST = thing().endRecord();
    private static final Schema SECOND = thing().optionalString("note").endRecord();
    private static final Schema BROKEN = thing().requiredString("note").endRecord();

    @TempDir
    Path folder;

    @Test
    void keepsEverySchemaAsVersionOneAtTheFirstRelease() throws IOException {
        // when
        var added = FreezeSchemas.freeze(new ReleasedSchemas(folder), Map.of(TOPIC, Map.of(NAME, FIRST)));

        // then
        assertThat(added).containsExactly(new Released(TOPIC, NAME, 1, FIRST));
        assertThat(folder.resolve(TOPIC).resolve(NAME).resolve("1.avsc")).exists();
        assertThat(new ReleasedSchemas(folder).all()).isEqualTo(added);
    }

    @Test
    void addsAVersionOnlyWhereASchemaChanged() throws IOException {
        // given
        ReleasedSchemas released = new ReleasedSchemas(folder);
        FreezeSchemas.freeze(released, Map.of(TOPIC, Map.of(NAME, FIRST)));

        // then
        assertThat(FreezeSchemas.freeze(released, Map.of(TOPIC, Map.of(NAME, FIRST))))
                .isEmpty();
        assertThat(FreezeSchemas.freeze(released, Map.of(TOPIC, Map.of(NAME, SECOND))))
                .containsExactly(new Released(TOPIC, NAME, 2, SECOND));
    }

    @Test
    void refusesToFreezeAnIncompatibleSchema() throws IOException {
        // given
        ReleasedSchemas released = new ReleasedSchemas(folder);
        FreezeSchemas.freeze(released, Map.of(TOPIC, Map.of(NAME, FIRST)));

        // then
        assertThatThrownBy(() -> FreezeSchemas.freeze(released, Map.of(TOPIC, Map.of(NAME, BROKEN))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("default");
        assertThat(released.all()).hasSize(1);
    }

    private static SchemaBuilder.FieldAssembler<Schema> thing() {
        return SchemaBuilder.record(NAME).fields().requiredString("id");
    }
}
