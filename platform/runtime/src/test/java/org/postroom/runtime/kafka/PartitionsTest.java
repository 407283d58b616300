package org.postroom.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.schemas.catalogue.Topics;

class PartitionsTest {

    @Test
    void placesEverythingAboutAnOrganisationInOnePartition() {
        int partition = Partitions.partition(Topics.EMAIL_EVENTS, "acme", "acme", 12);

        assertThat(Partitions.partition(Topics.CONFIGURATION, "acme", "acme/queue/q1", 12))
                .isEqualTo(partition);
        assertThat(Partitions.partition(Topics.CONFIGURATION, "acme", "acme/address/a1", 12))
                .isEqualTo(partition);
    }

    @Test
    void spreadsRepliesByInteraction() {
        long distinct = java.util.stream.IntStream.range(0, 100)
                .map(number -> Partitions.partition(Topics.REPLY_EVENTS, "acme", "interaction-" + number, 12))
                .distinct()
                .count();

        assertThat(distinct).isGreaterThan(6);
    }
}
