package org.postroom.verification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.verification.transport.StsPolicy.Mode;

class StsPolicyTest {

    @Test
    void saysWhatSendersServersRead() {
        assertThat(new StsPolicy(Mode.ENFORCE, "mx.postroom.test").text())
                .isEqualTo("version: STSv1\r\nmode: enforce\r\nmx: mx.postroom.test\r\nmax_age: 2419200\r\n");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void isKnownByAnIdOfLettersAndDigitsThatIsAnothersForEveryOther(Mode mode) {
        var policy = new StsPolicy(mode, "mx.postroom.test");

        assertThat(policy.id()).matches("[a-z0-9]{1,32}");
        assertThat(new StsPolicy(mode, "mx.postroom.test").id()).isEqualTo(policy.id());
        assertThat(new StsPolicy(mode, "mx2.postroom.test").id()).isNotEqualTo(policy.id());
        for (Mode other : Mode.values()) {
            assertThat(new StsPolicy(other, "mx.postroom.test").id().equals(policy.id()))
                    .isEqualTo(other == mode);
        }
    }

    /** Longer than a day only where it protects, and never longer than RFC 8461 allows. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void isBelievedForAsLongAsItsModeWarrants(Mode mode) {
        assertThat(mode.maxAge().toSeconds()).isLessThanOrEqualTo(31_557_600);
        assertThat(mode.maxAge().compareTo(Duration.ofDays(1)) > 0).isEqualTo(mode == Mode.ENFORCE);
    }
}
