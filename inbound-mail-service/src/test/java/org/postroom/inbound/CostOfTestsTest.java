package org.postroom.inbound;

import org.junit.jupiter.api.Test;
import org.postroom.testkit.CostOfTests;

class CostOfTestsTest {

    @Test
    void startsNoPartInATestThatIsSaidToNeedNothing() {
        CostOfTests.check("org.postroom.inbound");
    }
}
