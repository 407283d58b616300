package org.postroom.schemas.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.schemas.registry.SubjectNameStrategy;

class AvroSettingsTest {

    private static final Schema SCHEMA =
            SchemaBuilder.record("org.example.Thing").fields().endRecord();

    @Test
    void hasTheseDefaults() {
        assertThat(AvroSettings.from(Map.of()))
                .isEqualTo(new AvroSettings(
                        true,
                        false,
                        true,
                        false,
                        true,
                        SubjectNameStrategy.TOPIC_RECORD,
                        SubjectNameStrategy.TOPIC_RECORD));
    }

    @Test
    void readsConfluentsKeys() {
        assertThat(AvroSettings.from(Map.of(
                        "auto.register.schemas", "false",
                        "use.latest.version", true,
                        "latest.compatibility.strict", "false",
                        "normalize.schemas", "true",
                        "specific.avro.reader", false,
                        "key.subject.name.strategy", "io.confluent.kafka.serializers.subject.TopicNameStrategy",
                        "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy")))
                .isEqualTo(new AvroSettings(
                        false, true, false, true, false, SubjectNameStrategy.TOPIC, SubjectNameStrategy.RECORD));
    }

    @ParameterizedTest
    @CsvSource({
        "TopicNameStrategy, false, t-value",
        "TopicNameStrategy, true, t-key",
        "RecordNameStrategy, false, org.example.Thing",
        "TopicRecordNameStrategy, true, t-org.example.Thing"
    })
    void namesSubjectsAsConfluentDoes(String strategy, boolean key, String subject) {
        String className = "io.confluent.kafka.serializers.subject." + strategy;
        assertThat(SubjectNameStrategy.from("value.subject.name.strategy", className)
                        .subject("t", key, SCHEMA))
                .isEqualTo(subject);
    }

    @Test
    void refusesValuesItDoesNotKnow() {
        assertThatThrownBy(() -> AvroSettings.from(Map.of("auto.register.schemas", "perhaps")))
                .hasMessageContaining("perhaps")
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> AvroSettings.from(Map.of("value.subject.name.strategy", "MyStrategy")))
                .hasMessageContaining("MyStrategy")
                .hasMessageContaining("TopicRecordNameStrategy");
    }
}
