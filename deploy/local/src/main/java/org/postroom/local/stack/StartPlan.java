package org.postroom.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a start: the parts that do not run yet, and the deployment jobs between them. */
final class StartPlan {

    private final StackOptions options;
    private final PartStarter starter;
    private final Set<String> wanted;

    /** Plans for a stack of these parts; a job is done where what it needs belongs to the stack or exists already. */
    StartPlan(StackOptions options, PartStarter starter, List<Part> layout) {
        this.options = options;
        this.starter = starter;
        this.wanted = layout.stream().map(Part::name).collect(Collectors.toSet());
    }

    /** Returns the steps that start what is missing. */
    List<Step> steps(List<Part> missing, Startup startup) {
        var steps = new ArrayList<Step>();
        var needed = missing.stream().flatMap(part -> part.needs().stream()).collect(Collectors.toSet());
        var provisioning = new Provisioning(options);
        if (needed.contains(Layout.SCHEMAS)) {
            steps.add(new Step(Layout.TOPICS, List.of(Layout.BROKER), provisioning::makeTopics));
            steps.add(new Step(Layout.SCHEMAS, List.of(Layout.TOPICS, Layout.REGISTRY), provisioning::registerSchemas));
        }
        if (needed.contains(Layout.DATABASES)) {
            steps.add(new Step(
                    Layout.DATABASES, List.of(Layout.DATABASE), () -> provisioning.makeDatabases(Layout.databases())));
        }
        missing.forEach(part ->
                steps.add(new Step(part.name(), part.needs(), () -> starter.start(part, startup::hasFailed))));
        steps.addAll(administration(missing.stream().map(Part::name).collect(Collectors.toSet())));
        return steps;
    }

    /** What the installation's operator does once the services are there. */
    private List<Step> administration(Set<String> missing) {
        var steps = new ArrayList<Step>();
        if (missing.contains(Layout.DOMAIN) && wanted.contains(Layout.IDENTITY)) {
            steps.add(new Step(
                    Layout.ORGANISATIONS,
                    List.of(Layout.DOMAIN, Layout.IDENTITY),
                    () -> new DemoOrganisations(options.addresses()).make()));
        }
        if (missing.contains(Layout.OUTBOUND) && wanted.containsAll(List.of(Layout.IDENTITY, Layout.DNS))) {
            steps.add(new Step(
                    Layout.PLATFORM_RECORDS,
                    List.of(Layout.OUTBOUND, Layout.IDENTITY, Layout.DNS),
                    () -> new PlatformRecords(options.addresses()).publish()));
        }
        return steps;
    }
}
