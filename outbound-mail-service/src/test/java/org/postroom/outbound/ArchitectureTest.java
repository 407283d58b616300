package org.postroom.outbound;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.testkit.ServiceArchitecture;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfEveryService() {
        return ServiceArchitecture.of("org.postroom.outbound")
                .withLeaves("http", "jdbc", "kafka", "dns", "smtp", "mime", "store", "worker")
                .withWiringIn("org.postroom.outbound.stage")
                .whereCapabilitiesMayUse("org.owasp..")
                .tests();
    }
}
