package org.postroom.domain;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;

@AnalyzeClasses(packages = "org.postroom.domain", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] LEAVES = {"..http..", "..jdbc..", "..kafka..", "..html..", "..yaml.."};

    @ArchTest
    static final ArchRule capabilitiesKnowNoTechnology = noClasses()
            .that(not(resideInAnyPackage(LEAVES)).and(not(resideInAPackage("org.postroom.domain"))))
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
                    "org.owasp..",
                    "org.snakeyaml..",
                    "io.swagger..")
            .because("what may be configured is decided in plain Java, so that it can be read and tested alone");

    @ArchTest
    static final ArchRule capabilitiesFormNoCycles = slices().matching("org.postroom.domain.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability can only be understood and changed alone where nothing leads back to it");

    @ArchTest
    static final ArchRule noCapabilityLeansOnALeaf = noClasses()
            .that(not(resideInAnyPackage(LEAVES)).and(not(resideInAPackage("org.postroom.domain"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.postroom.domain..http..",
                    "org.postroom.domain..jdbc..",
                    "org.postroom.domain..kafka..",
                    "org.postroom.domain..html..",
                    "org.postroom.domain..yaml..")
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

    @ArchTest
    static final ArchRule publishersAreNamedAfterTheirEvent = classes()
            .that()
            .areAssignableTo(ConfigurationPublisher.class)
            .and()
            .doNotHaveFullyQualifiedName(ConfigurationPublisher.class.getName())
            .should()
            .haveSimpleNameEndingWith("ConfiguredPublisher")
            .because("searching for an event's name must find the class that publishes it");
}
