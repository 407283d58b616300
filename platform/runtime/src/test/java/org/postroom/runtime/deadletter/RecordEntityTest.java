package org.postroom.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.interaction.InteractionDeclined;

class RecordEntityTest {

    private static final Instant NOW = Instant.EPOCH;

    @Test
    void isTheThingThatAnEventIsAbout() {
        assertThat(of("acme", new DomainRemoved("acme", "d1", "acme.test", "ada", NOW)))
                .isEqualTo("acme/domain/d1");
        assertThat(of("acme", new InteractionDeclined("acme", "i1", "anna", NOW)))
                .isEqualTo("acme/interaction/i1");
        assertThat(of("acme", new OrganisationRemoved("acme", "olga", NOW))).isEqualTo("acme");
    }

    @Test
    void isTheKeyWhereThatNamesTheThing() {
        assertThat(of("acme/queue/q1", null)).isEqualTo("acme/queue/q1");
    }

    @Test
    void isRelatedToNothingWhereNothingCanBeSaid() {
        var unknown = entity("acme", null);
        assertThat(unknown.path()).isEqualTo("@topic/1/2");
        assertThat(unknown.isRelatedTo("acme")).isFalse();
    }

    @Test
    void keepsAWholeBehindItsPartsAndAPartBehindItsWhole() {
        var domain = new RecordEntity("acme/domain/d1");
        assertThat(domain.isRelatedTo("acme/domain/d1")).isTrue();
        assertThat(domain.isRelatedTo("acme")).isTrue();
        assertThat(new RecordEntity("acme").isRelatedTo("acme/domain/d1")).isTrue();
        assertThat(domain.isRelatedTo("acme/domain/d10")).isFalse();
        assertThat(domain.isRelatedTo("acm")).isFalse();
    }

    private static String of(String key, @Nullable Object value) {
        return entity(key, value).path();
    }

    private static RecordEntity entity(String key, @Nullable Object value) {
        return RecordEntity.of(new ConsumerRecord<>("topic", 1, 2, key, value));
    }
}
