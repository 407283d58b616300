package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.routing.decision.EntityKind;

class StateKeyTest {

    @Test
    void keepsOrganisationKindAndIdApart() {
        var key = new StateKey("acme", EntityKind.CONVERSATION, "a/b");

        assertThat(key.text()).isEqualTo("acme/CONVERSATION/a/b");
        assertThat(StateKey.parse(key.text())).isEqualTo(key);
    }
}
