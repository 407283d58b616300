package org.postroom.flow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "org.postroom.flow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FLOWS_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAnyPackage("org.postroom.flow", "org.postroom.flow.fact")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.postroom.flow..", "java.lang..", "java.time..", "java.util..", "org.jspecify..")
            .because("what a flow is does not depend on the language of its conditions or its documents");

    @ArchTest
    static final ArchRule THE_LANGUAGE_IS_SEEN_BY_CONDITIONS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("org.postroom.flow.condition")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google..")
            .because("another language of conditions must be a change of one package");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.postroom.flow.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a flow that is run again must come to the same");
}
