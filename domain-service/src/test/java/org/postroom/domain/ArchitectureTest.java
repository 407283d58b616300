package org.postroom.domain;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.domain.directory.EntryKind;
import org.postroom.testkit.ServiceArchitecture;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfEveryService() {
        return ServiceArchitecture.of("org.postroom.domain")
                .withLeaves("http", "jdbc", "kafka")
                .withAdaptersNamed(
                        ".+Kind",
                        ".+Controller",
                        ".+Json",
                        ".+Section",
                        ".+Events",
                        ".+Listener",
                        "Jdbc.+",
                        "Outbox.+",
                        "Owasp.+")
                .and(
                        "kindsAreNamedAfterTheirEvent",
                        classes()
                                .that()
                                .areAssignableTo(EntryKind.class)
                                .and()
                                .doNotHaveModifier(JavaModifier.ABSTRACT)
                                .should(have(anEventOfTheirName()))
                                .because("searching for an event's name must find the description of its kind"))
                .tests();
    }

    /** A {@code SkillKind} publishes {@code SkillConfigured}. */
    private static DescribedPredicate<JavaClass> anEventOfTheirName() {
        return DescribedPredicate.describe(
                "the event of their own name",
                kind -> kind.getMethods().stream()
                        .filter(method -> method.getName().equals("event"))
                        .map(JavaMethod::getRawReturnType)
                        .anyMatch(event -> event.getSimpleName()
                                .equals(kind.getSimpleName().replaceFirst("Kind$", "Configured"))));
    }
}
