package org.postroom.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "org.postroom.routing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DECISIONS_ARE_FREE_OF_TECHNOLOGY = noClasses()
            .that()
            .resideOutsideOfPackages("..kafka..", "..http..", "org.postroom.routing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.postroom.events..",
                    "org.postroom.runtime..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "java.sql..",
                    "jakarta..")
            .because("a decision that knows no technology can be tested, replayed and simulated without any");

    @ArchTest
    static final ArchRule CAPABILITIES_FORM_NO_CYCLE = slices().matching("org.postroom.routing.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability that needs another which needs it back cannot be read, or moved, alone");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_COME_FROM_OUTSIDE = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a replay of the journal must give the same decisions, so time and ids are handed in");
}
