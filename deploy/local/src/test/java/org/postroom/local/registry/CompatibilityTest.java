package org.postroom.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    private static final Schema FIRST = letter("{\"name\":\"sender\",\"type\":\"string\"}");
    private static final Schema WITHOUT_DEFAULT =
            letter("{\"name\":\"sender\",\"type\":\"string\"},{\"name\":\"stamp\",\"type\":\"string\"}");
    private static final Schema WITH_DEFAULT = letter(
            "{\"name\":\"sender\",\"type\":\"string\"},{\"name\":\"stamp\",\"type\":\"string\",\"default\":\"\"}");

    @Test
    void letsOldReadersGoOnButNotNewOnesWhenAFieldHasNoDefault() {
        assertThat(problems(CompatibilityLevel.FORWARD, WITHOUT_DEFAULT, FIRST)).isEmpty();
        assertThat(problems(CompatibilityLevel.BACKWARD, WITHOUT_DEFAULT, FIRST))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "cannot read data of an earlier one");
        assertThat(problems(CompatibilityLevel.FULL, WITH_DEFAULT, FIRST)).isEmpty();
    }

    @Test
    void looksAtAllEarlierSchemasOnlyWhenTransitive() {
        assertThat(problems(CompatibilityLevel.FULL, WITHOUT_DEFAULT, FIRST, WITH_DEFAULT))
                .isEmpty();
        assertThat(problems(CompatibilityLevel.FULL_TRANSITIVE, WITHOUT_DEFAULT, FIRST, WITH_DEFAULT))
                .isNotEmpty();
        assertThat(problems(CompatibilityLevel.NONE, WITHOUT_DEFAULT, FIRST)).isEmpty();
    }

    private static List<String> problems(CompatibilityLevel level, Schema candidate, Schema... earlier) {
        return Compatibility.problems(level, candidate, List.of(earlier));
    }

    private static Schema letter(String fields) {
        return Registry.parse("{\"type\":\"record\",\"name\":\"Letter\",\"fields\":[" + fields + "]}");
    }
}
