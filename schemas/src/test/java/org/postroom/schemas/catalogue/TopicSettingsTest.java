package org.postroom.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSettingsTest {

    @Test
    void usesTwelvePartitionsAndTheBrokersReplicationByDefault() {
        assertThat(TopicSettings.from(Map.of())).isEqualTo(new TopicSettings(12, (short) -1, Map.of()));
    }

    @Test
    void readsArgumentsAndFilesWithTheLastValueWinning(@TempDir Path folder) throws IOException {
        // given
        Path file = folder.resolve("job.properties");
        Files.writeString(
                file, "postroom.topics.partitions=6\npostroom.topics.configuration.min.insync.replicas = 2\n");

        // when
        TopicSettings settings = TopicSettings.from(JobSettings.from(
                "bootstrap.servers=localhost:9092",
                file.toString(),
                "postroom.topics.partitions=24",
                "postroom.topics.replication-factor=3"));

        // then
        assertThat(settings).isEqualTo(new TopicSettings(24, (short) 3, Map.of("min.insync.replicas", "2")));
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> TopicSettings.from(Map.of("postroom.topics.partitions", "0")))
                .hasMessageContaining("postroom.topics.partitions")
                .hasMessageContaining("1 or more");
        assertThatThrownBy(() -> TopicSettings.from(Map.of("postroom.topics.partitions", "many")))
                .hasMessageContaining("many");
        assertThatThrownBy(() -> TopicSettings.from(Map.of("postroom.topics.replication-factor", "0")))
                .hasMessageContaining("postroom.topics.replication-factor");
        assertThatThrownBy(() -> JobSettings.from("no-such.properties")).hasMessageContaining("no-such.properties");
    }
}
