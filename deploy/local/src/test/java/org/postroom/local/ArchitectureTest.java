package org.postroom.local;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] PARTS = Stream.of("broker", "database", "dns", "mailbox", "registry.http", "stack")
            .map(part -> "org.postroom.local." + part)
            .toArray(String[]::new);

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.postroom.local");

    @Test
    void decidesAboutSchemasWithoutKafkaAndHttp() {
        noClasses()
                .that()
                .resideInAPackage("org.postroom.local.registry")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "com.sun.net..", "org.postroom.local.http..")
                .because("what the registry decides must be testable without a broker and a server")
                .check(classes);
    }

    @Test
    void hasNoCyclesBetweenParts() {
        slices().matching("org.postroom.local.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each part of the stack can be used alone, for instance in a test")
                .check(classes);
    }

    @Test
    void startsNoPartInATestThatIsSaidToNeedNothing() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Test")
                .should()
                .callMethodWhere(target(name("start")).and(target(owner(resideInAnyPackage(PARTS)))))
                .because("a *Test needs nothing, so that ./postroom test --quick can run it; name it *IT")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("org.postroom.local"));
    }

    @Test
    void takesTimeAndIdentifiersFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.postroom.local.demo..", "org.postroom.local.client..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because(
                        "what depends on the time or on chance is given a clock or an id, so that it can be tested; only the demo"
                                + " lives in real time, as the person does whom it plays")
                .check(classes);
    }
}
