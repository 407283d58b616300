package org.postroom.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "org.postroom.outbound", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DECISIONS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.postroom.outbound.mail",
                    "org.postroom.outbound.html",
                    "org.postroom.outbound.directory",
                    "org.postroom.outbound.conversation",
                    "org.postroom.outbound.reply",
                    "org.postroom.outbound.waiting",
                    "org.postroom.outbound.compose",
                    "org.postroom.outbound.signing",
                    "org.postroom.outbound.delivery",
                    "org.postroom.outbound.smtpserver")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.postroom.events..",
                    "java.sql..",
                    "jakarta.mail..",
                    "org.eclipse.angus..",
                    "org.xbill..")
            .because("a decision must be testable and replayable without its surroundings;"
                    + " put what needs them into a leaf such as kafka, jdbc or smtp");

    @ArchTest
    static final ArchRule CAPABILITIES_FORM_NO_CYCLES = slices().matching("org.postroom.outbound.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle between capabilities makes them one capability that nobody can read alone");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_KAFKA_LEAVES = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postroom.outbound..kafka..")
            .because("listeners and publishers stand at the edge: they call, and are not called");

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
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .because("a clock or an id taken on the spot cannot be repeated; take Clock and IdSource as arguments");
}
