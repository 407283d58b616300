package org.postroom.console;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

@AnalyzeClasses(packages = "org.postroom.console", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CAPABILITIES = {
        "org.postroom.console.live",
        "org.postroom.console.projection",
        "org.postroom.console.gateway",
        "org.postroom.console.administration",
        "org.postroom.console.administration.entry",
        "org.postroom.console.desk",
        "org.postroom.console.supervision",
        "org.postroom.console.message",
        "org.postroom.console.timeline"
    };

    private static final String[] LEAVES = {
        "org.postroom.console..http..",
        "org.postroom.console..jdbc..",
        "org.postroom.console..kafka..",
        "org.postroom.console..mime.."
    };

    @ArchTest
    static final ArchRule capabilitiesKnowNoTechnology = noClasses()
            .that()
            .resideInAnyPackage(CAPABILITIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.apache.james..",
                    "org.postroom.events..",
                    "java.sql..",
                    "jakarta..")
            .because("what a page shows must be readable and testable without a server, a broker or a database;"
                    + " move the technology into an http, jdbc, kafka or mime folder of the capability");

    @ArchTest
    static final ArchRule capabilitiesDoNotKnowTheirAdapters = noClasses()
            .that()
            .resideInAnyPackage(CAPABILITIES)
            .should()
            .dependOnClassesThat(resideInAnyPackage(LEAVES))
            .because("adapters know their capability, never the other way round");

    @ArchTest
    static final ArchRule capabilitiesHaveNoCycles = slices().matching("org.postroom.console.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability that depends on itself through another one cannot be understood alone");

    @ArchTest
    static final ArchRule pagesDoNotReadEvents = noClasses()
            .that()
            .resideOutsideOfPackage("org.postroom.console.projection.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postroom.events..")
            .because("events become rows in one place; a page that reads them would need the log to be shown");

    @ArchTest
    static final ArchRule timeAndIdentityComeFromOutside = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a clock, identifiers and pauses are given by the runtime, so that tests can give others");
}
