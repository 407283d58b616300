package org.postroom.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.testkit.ServiceArchitecture;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfEveryService() {
        return ServiceArchitecture.of("org.postroom.console")
                .withLeaves("http", "jdbc", "kafka", "mime")
                .withWiringIn("org.postroom.console.signin")
                .whereCapabilitiesMayUse("tools.jackson..")
                .whereCapabilitiesMayUse("org.owasp..")
                .whereCapabilitiesAlsoAvoid("org.apache.james..")
                .and(
                        "pagesDoNotReadEvents",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.postroom.console.projection.kafka..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.postroom.events..")
                                .because("events become rows in one place;"
                                        + " a page that reads them would need the log to be shown"))
                .tests();
    }
}
