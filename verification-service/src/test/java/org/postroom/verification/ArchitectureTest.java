package org.postroom.verification;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "org.postroom.verification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] LEAVES = {"..http..", "..jdbc..", "..kafka..", "..dns..", "..loop.."};

    @ArchTest
    static final ArchRule capabilitiesKnowNoTechnology = noClasses()
            .that(not(resideInAnyPackage(LEAVES)).and(not(resideInAPackage("org.postroom.verification"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.postroom.events..",
                    "java.sql..",
                    "jakarta..",
                    "tools.jackson..",
                    "org.xbill..",
                    "io.swagger..")
            .because("what a check means is decided in plain Java, so that it can be read and tested alone");

    @ArchTest
    static final ArchRule capabilitiesFormNoCycles = slices().matching("org.postroom.verification.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability can only be understood and changed alone where nothing leads back to it");

    @ArchTest
    static final ArchRule noCapabilityLeansOnALeaf = noClasses()
            .that(not(resideInAnyPackage(LEAVES)).and(not(resideInAPackage("org.postroom.verification"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.postroom.verification..http..",
                    "org.postroom.verification..jdbc..",
                    "org.postroom.verification..kafka..",
                    "org.postroom.verification..dns..",
                    "org.postroom.verification..loop..")
            .because("adapters know their capability, never the other way round");

    @ArchTest
    static final ArchRule timeAndChanceComeFromOutside = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a decision can only be repeated where the clock and identifiers are handed in");
}
