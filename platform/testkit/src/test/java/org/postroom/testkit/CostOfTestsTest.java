package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostOfTestsTest {

    @Test
    void refusesAPartBehindAHelper() {
        assertThatThrownBy(() -> CostOfTests.check("org.postroom.testkit.dear"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SaidToNeedNothingTest")
                .hasMessageContaining("./postroom test --quick")
                .hasMessageContaining("org.postroom.testkit.Parts");
    }

    @Test
    void takesATestThatNeedsNothing() {
        assertThatCode(() -> CostOfTests.check("org.postroom.testkit.cheap")).doesNotThrowAnyException();
    }
}
