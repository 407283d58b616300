package org.postroom.local.chaos;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {

    @Test
    void wantsSomeTimeAndSomeMail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChaosPlan(Duration.ZERO, 2, 1))
                .withMessage(
                        "Expected --minutes and --rate to be above zero, but got 0 minutes and 2.0 mails a second.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChaosPlan(Duration.ofMinutes(1), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChaosPlan(Duration.ofMinutes(1), Double.NaN, 1));
    }
}
