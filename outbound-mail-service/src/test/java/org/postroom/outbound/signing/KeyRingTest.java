package org.postroom.outbound.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.outbound.signing.IssuedKey.State;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    @Test
    void beginsWithTheFirstSelectorAndNeverUsesOneAgain() {
        assertThat(new KeyRing(List.of()).nextSelector()).isEqualTo("postroom1");
        assertThat(new KeyRing(List.of(
                                rsa("postroom1", State.RETIRED, true),
                                rsa("postroom10", State.ACTIVE, true),
                                rsa("postroom9", State.STANDBY, false)))
                        .nextSelector())
                .isEqualTo("postroom11");
    }

    @Test
    void signsWithTheActiveKeyAndASecondTimeOnceThatKeyIsPublished() {
        IssuedKey active = rsa("postroom1", State.ACTIVE, false);
        IssuedKey standby = rsa("postroom2", State.STANDBY, true);

        assertThat(new KeyRing(List.of(active, standby, second(false))).signing(false))
                .containsExactly(active);
        assertThat(new KeyRing(List.of(active, standby, second(true))).signing(false))
                .containsExactly(active, second(true));
    }

    @Test
    void leavesOutWhatWasNeverPublishedWhereTheMailLeavesThroughAnotherServer() {
        IssuedKey active = rsa("postroom1", State.ACTIVE, false);

        assertThat(new KeyRing(List.of(active, second(true))).signing(true)).containsExactly(second(true));
        assertThat(new KeyRing(List.of(active)).signing(true)).isEmpty();
    }

    private static IssuedKey rsa(String selector, State state, boolean found) {
        return new IssuedKey(selector, KeyType.RSA, state, found, NOW, null, null);
    }

    private static IssuedKey second(boolean found) {
        return new IssuedKey("postroom-ed1", KeyType.ED25519, State.STANDBY, found, NOW, null, null);
    }
}
