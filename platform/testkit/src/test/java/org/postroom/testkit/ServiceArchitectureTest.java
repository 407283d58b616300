package org.postroom.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceArchitectureTest {

    private static final String TIDY = "org.postroom.testkit.tidy";
    private static final String UNTIDY = "org.postroom.testkit.untidy";

    @ParameterizedTest
    @CsvSource(textBlock = """
            capabilitiesKnowNoTechnology, org.apache.kafka.common.TopicPartition
            nothingLeansOnALeaf, adapters know their capability
            nothingLeansOnALeaf, JdbcCounts.NAME
            nothingCallsListenersAndPublishers, 'they call, and are not called'
            nothingCallsListenersAndPublishers, CountedListener.NAME
            capabilitiesFormNoCycles, Cycle detected
            timeAndChanceComeFromOutside, Instant.now()
            """)
    void refusesWhatBreaksARule(String rule, String said) {
        assertThatThrownBy(() -> rules(UNTIDY).rules().get(rule).check(classes(UNTIDY)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("untidy.counting")
                .hasMessageContaining(said);
    }

    @Test
    void takesWhatKeepsThemAll() {
        JavaClasses classes = classes(TIDY);
        assertThat(rules(TIDY).rules().values())
                .hasSize(5)
                .allSatisfy(rule -> assertThatCode(() -> rule.check(classes)).doesNotThrowAnyException());
    }

    @Test
    void makesATestOfEachRuleAndOfTheServicesOwn() {
        var own = noClasses().should().haveSimpleName("Nobody");
        assertThat(rules(TIDY).and("hasNobody", own).tests())
                .extracting(test -> test.getDisplayName())
                .containsExactly(
                        "capabilitiesKnowNoTechnology",
                        "nothingLeansOnALeaf",
                        "nothingCallsListenersAndPublishers",
                        "capabilitiesFormNoCycles",
                        "timeAndChanceComeFromOutside",
                        "hasNobody");
    }

    @Test
    void takesATechnologyThatTheServiceAllowsButNoExceptionFromNothing() {
        assertThatCode(() -> rules(UNTIDY)
                        .whereCapabilitiesMayUse("org.apache.kafka..")
                        .rules()
                        .get("capabilitiesKnowNoTechnology")
                        .check(classes(UNTIDY)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rules(TIDY).whereCapabilitiesMayUse("org.nobody.."))
                .hasMessageContaining("org.nobody.., which nothing forbids");
    }

    @Test
    void holdsAnAdapterThatIsNotNamedToTheRulesOfItsCapability() {
        var unnamed = ServiceArchitecture.of(TIDY).withLeaves("kafka").rules();
        assertThatThrownBy(() -> unnamed.get("capabilitiesKnowNoTechnology").check(classes(TIDY)))
                .hasMessageContaining("JdbcCounts")
                .hasMessageContaining("JdbcCounts$Row");
    }

    private static ServiceArchitecture rules(String service) {
        return ServiceArchitecture.of(service).withLeaves("kafka").withAdaptersNamed("Jdbc.+", ".+Listener");
    }

    private static JavaClasses classes(String service) {
        return new ClassFileImporter().importPackages(service);
    }
}
