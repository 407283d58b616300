package org.postroom.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/** What the name of a test class promises about its cost; {@code ./postroom test --quick} relies on it. */
public final class CostOfTests {

    private static final String PARTS_OF_THE_STACK = "org.postroom.local.";
    private static final Set<String> STARTED =
            Set.of("broker", "database", "dns", "mailbox", "registry.http", "registry.kafka", "stack");
    private static final Set<String> STARTERS = Set.of(
            Parts.class.getName(),
            PostroomIT.class.getName(),
            EventLog.class.getName(),
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.test.context.SpringBootTest");

    private static final ArchRule A_TEST_STARTS_NO_PART = noClasses()
            .that()
            .haveSimpleNameEndingWith("Test")
            .and()
            .haveSimpleNameNotEndingWith("JourneyTest")
            .should()
            .transitivelyDependOnClassesThat(describe("start parts", CostOfTests::startsParts))
            .because("a *Test needs nothing, so that ./postroom test --quick can run it; name it *IT")
            .allowEmptyShould(true);

    private CostOfTests() {}

    /** Holds the test classes of these packages against the rule that a {@code *Test} starts no part. */
    public static void check(String... packages) {
        A_TEST_STARTS_NO_PART.check(new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(packages));
    }

    private static boolean startsParts(JavaClass used) {
        return STARTERS.contains(used.getName())
                || used.getPackageName().startsWith("org.testcontainers")
                || Stream.of(used.getPackageName())
                        .filter(name -> name.startsWith(PARTS_OF_THE_STACK))
                        .anyMatch(name -> STARTED.contains(name.substring(PARTS_OF_THE_STACK.length())));
    }
}
