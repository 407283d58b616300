package org.postroom.inbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "org.postroom.inbound", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DECISIONS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.postroom.inbound.reception", "org.postroom.inbound.directory", "org.postroom.inbound.message")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.postroom.events..",
                    "org.apache.james.protocols..",
                    "io.netty..",
                    "io.micrometer..",
                    "java.sql..",
                    "jakarta.mail..",
                    "org.xbill..")
            .because("a decision must be readable, testable and replayable without the technology around it");

    @ArchTest
    static final ArchRule CAPABILITIES_HAVE_NO_CYCLES = slices().matching("org.postroom.inbound.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability that needs another one back cannot be understood, or moved, alone");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_AN_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackages("..kafka..", "..smtp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postroom.inbound..kafka..", "org.postroom.inbound..smtp..")
            .because("adapters depend on their capability, never the other way round");

    @ArchTest
    static final ArchRule TIME_AND_IDENTITY_COME_FROM_OUTSIDE = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("clock and identifiers are given by the runtime, so that a test can foresee them");
}
