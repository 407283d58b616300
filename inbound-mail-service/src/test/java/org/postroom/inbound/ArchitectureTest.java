package org.postroom.inbound;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.testkit.ServiceArchitecture;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfEveryService() {
        return ServiceArchitecture.of("org.postroom.inbound")
                .withLeaves("kafka", "smtp", "engine", "dns", "imap", "jdbc", "http", "worker")
                .tests();
    }
}
