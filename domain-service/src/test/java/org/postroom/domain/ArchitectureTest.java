package org.postroom.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.testkit.ServiceArchitecture;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfEveryService() {
        return ServiceArchitecture.of("org.postroom.domain")
                .withLeaves("http", "jdbc", "kafka", "html", "yaml")
                .and(
                        "publishersAreNamedAfterTheirEvent",
                        classes()
                                .that()
                                .areAssignableTo(ConfigurationPublisher.class)
                                .and()
                                .doNotHaveFullyQualifiedName(ConfigurationPublisher.class.getName())
                                .should()
                                .haveSimpleNameEndingWith("ConfiguredPublisher")
                                .because("searching for an event's name must find the class that publishes it"))
                .tests();
    }
}
