package org.postroom.routing;

import org.junit.jupiter.api.Test;
import org.postroom.testkit.CostOfTests;

class CostOfTestsTest {

    @Test
    void startsNoPartInATestThatIsSaidToNeedNothing() {
        CostOfTests.check("org.postroom.routing");
    }
}
