package org.postroom.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that the code of every service keeps: capabilities are plain Java, adapters stand at the leaf, or are
 * known by their names, and are called by nobody, capabilities form no cycle, time and chance come from outside. A
 * service's own test names its packages and its exceptions; whatever is neither in the service's own folder nor an adapter
 * is a capability's, so that a new one is held to the rules from its first class on.
 *
 * <p>What it returns changes with every call, and is for one test.
 */
public final class ServiceArchitecture {

    private static final List<String> TECHNOLOGY = List.of(
            "org.springframework..",
            "org.apache.kafka..",
            "org.apache.avro..",
            "org.postroom.events..",
            "org.apache.james.protocols..",
            "io.netty..",
            "io.micrometer..",
            "io.swagger..",
            "java.sql..",
            "jakarta..",
            "org.eclipse.angus..",
            "org.owasp..",
            "org.snakeyaml..",
            "org.xbill..",
            "tools.jackson..",
            "com.fasterxml..");

    private static final Pattern LISTENS_OR_PUBLISHES = Pattern.compile(".+(Listener|Publisher)");

    private final String service;
    private final List<String> leaves = new ArrayList<>();
    private final List<String> adapters = new ArrayList<>();
    private final List<Pattern> adapterNames = new ArrayList<>();
    private final List<String> edges = new ArrayList<>();
    private final List<String> technology = new ArrayList<>(TECHNOLOGY);
    private final Map<String, ArchRule> own = new LinkedHashMap<>();

    private ServiceArchitecture(String service) {
        this.service = service;
        edges.add(service);
    }

    /** Begins with the package that is the service's: its own folder holds the wiring and may use any technology. */
    public static ServiceArchitecture of(String service) {
        return new ServiceArchitecture(service);
    }

    /** Names the folders of adapters by their last word, for instance {@code kafka}: nothing else may depend on these. */
    public ServiceArchitecture withLeaves(String... words) {
        for (String word : words) {
            leaves.add(".." + word + "..");
            adapters.add(service + ".." + word + "..");
        }
        return this;
    }

    /**
     * Names the adapters that are too small for a leaf and stand in their capability's own folder, by patterns that match
     * the whole simple name of the class, for instance {@code Jdbc.+}. The rules of leaves hold for these and for the
     * classes within them.
     */
    public ServiceArchitecture withAdaptersNamed(String... patterns) {
        for (String pattern : patterns) {
            adapterNames.add(Pattern.compile(pattern));
        }
        return this;
    }

    /** Lets capabilities use what belongs to a technology elsewhere, for instance {@code tools.jackson..}. */
    public ServiceArchitecture whereCapabilitiesMayUse(String packages) {
        if (!technology.remove(packages)) {
            throw new IllegalArgumentException(
                    "expected one of " + technology + ", but got " + packages + ", which nothing forbids");
        }
        return this;
    }

    /** Forbids capabilities what most may use, for instance {@code org.postroom.runtime..}. */
    public ServiceArchitecture whereCapabilitiesAlsoAvoid(String packages) {
        technology.add(packages);
        return this;
    }

    /** Names a package that is wiring, as the service's own folder is, and may use any technology. */
    public ServiceArchitecture withWiringIn(String packages) {
        edges.add(packages);
        return this;
    }

    /** Adds a rule that only this service has, under a name that says what it promises. */
    public ServiceArchitecture and(String name, ArchRule rule) {
        own.put(name, rule);
        return this;
    }

    /** A test for each rule, against the service's classes without its tests. */
    public Stream<DynamicTest> tests() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(service);
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }

    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("capabilitiesKnowNoTechnology", plainCapabilities());
        rules.put("nothingLeansOnALeaf", uncalledLeaves());
        rules.put("nothingCallsListenersAndPublishers", uncalledEdges());
        rules.put("capabilitiesFormNoCycles", acyclicCapabilities());
        rules.put("timeAndChanceComeFromOutside", foreseeableDecisions());
        rules.putAll(own);
        return rules;
    }

    private ArchRule plainCapabilities() {
        return noClasses()
                .that(areCapabilities())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology.toArray(String[]::new))
                .because("a decision must be readable, testable and replayable without its surroundings;"
                        + " put what needs them into a leaf such as kafka, jdbc or http");
    }

    private ArchRule uncalledLeaves() {
        return noClasses()
                .that(areCapabilities())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(adapters.toArray(String[]::new)).or(areAdaptersInTheirCapability()))
                .because("adapters know their capability, never the other way round");
    }

    private ArchRule uncalledEdges() {
        return noClasses()
                .that(not(resideInAnyPackage(edges.toArray(String[]::new))).as("are no wiring"))
                .and(not(resideInAnyPackage("..kafka..").or(areListenersAndPublishersInTheirCapability()))
                        .as("are no listeners and publishers"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(service + "..kafka..").or(areListenersAndPublishersInTheirCapability()))
                .because("listeners and publishers stand at the edge: they call, and are not called");
    }

    private ArchRule acyclicCapabilities() {
        return slices().matching(service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a capability that needs another one back cannot be read, or moved, alone");
    }

    private static ArchRule foreseeableDecisions() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .because("a clock, an id or a pause taken on the spot cannot be repeated; they are handed in");
    }

    private DescribedPredicate<JavaClass> areCapabilities() {
        List<String> others = new ArrayList<>(leaves);
        others.addAll(edges);
        return not(resideInAnyPackage(others.toArray(String[]::new)).or(areAdaptersInTheirCapability()))
                .as("are neither wiring nor adapters");
    }

    private DescribedPredicate<JavaClass> areAdaptersInTheirCapability() {
        return describe(
                "are adapters in the folder of their capability",
                type -> resideInAPackage(service + "..").test(type)
                        && adapterNames.stream()
                                .anyMatch(name ->
                                        name.matcher(outermostName(type)).matches()));
    }

    private DescribedPredicate<JavaClass> areListenersAndPublishersInTheirCapability() {
        return areAdaptersInTheirCapability()
                .and(describe(
                        "listen or publish",
                        type -> LISTENS_OR_PUBLISHES
                                .matcher(outermostName(type))
                                .matches()));
    }

    /** The simple name of the class that a class stands in, or of itself. */
    private static String outermostName(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.split("[$]", 2)[0];
    }
}
