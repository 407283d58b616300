package org.postroom.routing.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {

    private final EmailId mail = new EmailId("mail");

    @Test
    void derivesNameBasedUuids() {
        var expected = UUID.nameUUIDFromBytes("conversation:mail".getBytes(StandardCharsets.UTF_8));

        assertThat(DerivedIds.conversationOf(mail).value()).isEqualTo(expected.toString());
    }

    @Test
    void givesEachOfferItsOwnId() {
        var interaction = DerivedIds.interactionOf(mail);

        assertThat(DerivedIds.offerOf(interaction, 1)).isEqualTo(DerivedIds.offerOf(interaction, 1));
        assertThat(DerivedIds.offerOf(interaction, 2)).isNotEqualTo(DerivedIds.offerOf(interaction, 1));
    }
}
