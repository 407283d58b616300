package org.postroom.local.dependencies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;
import tools.jackson.databind.JsonNode;

/**
 * What is known against some versions of some libraries, in the form of the Open Source Vulnerability schema (OSV 1.7).
 *
 * @param id its identifier, such as {@code GHSA-jfh8-c2jp-5v3q}
 * @param aliases its identifiers elsewhere, such as {@code CVE-2021-44228}
 * @param summary what it is about; empty where it does not say
 * @param affected which versions of which libraries
 */
public record Advisory(String id, List<String> aliases, String summary, List<Affected> affected) {

    private static final String MAVEN = "Maven";

    /**
     * Some versions of a library.
     *
     * @param name the library, as {@code group:artifact}
     * @param versions versions that are named one by one
     * @param ranges spans of versions
     */
    public record Affected(String name, Set<String> versions, List<Range> ranges) {

        boolean has(Component component) {
            return name.equals(component.name())
                    && (versions.contains(component.version())
                            || ranges.stream().anyMatch(range -> range.has(component.version())));
        }
    }

    /**
     * The versions from one on, to another.
     *
     * @param from the first version; {@code 0} is before all
     * @param to the end; empty where there is none yet
     * @param inclusive whether the end itself is among them
     */
    public record Range(String from, String to, boolean inclusive) {

        boolean has(String version) {
            var one = new ComparableVersion(version);
            if (!from.equals("0") && one.compareTo(new ComparableVersion(from)) < 0) {
                return false;
            }
            int beyond = to.isEmpty() ? -1 : one.compareTo(new ComparableVersion(to));
            return inclusive ? beyond <= 0 : beyond < 0;
        }
    }

    /** Whether it is about a library in its version. */
    public boolean isAbout(Component component) {
        return affected.stream().anyMatch(each -> each.has(component));
    }

    /** Reads a record; one that was withdrawn is about nothing. */
    static Advisory of(JsonNode node) {
        List<Affected> affected = node.has("withdrawn")
                ? List.of()
                : elements(node.path("affected"))
                        .filter(each -> each.path("package")
                                .path("ecosystem")
                                .asString("")
                                .equals(MAVEN))
                        .map(Advisory::affected)
                        .toList();
        return new Advisory(
                node.path("id").asString(""),
                elements(node.path("aliases")).map(JsonNode::asString).toList(),
                node.path("summary").asString(""),
                affected);
    }

    private static Affected affected(JsonNode node) {
        var ranges = elements(node.path("ranges"))
                .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                .flatMap(range -> ranges(range.path("events")).stream())
                .toList();
        return new Affected(
                node.path("package").path("name").asString(""),
                elements(node.path("versions")).map(JsonNode::asString).collect(Collectors.toSet()),
                ranges);
    }

    /** Events come in order: a version that brought it, and the one that ended it or the last that has it. */
    private static List<Range> ranges(JsonNode events) {
        var ranges = new ArrayList<Range>();
        String from = "";
        for (JsonNode event : events) {
            if (event.has("introduced")) {
                from = event.path("introduced").asString();
            } else if (!from.isEmpty() && (event.has("fixed") || event.has("last_affected"))) {
                boolean last = event.has("last_affected");
                ranges.add(new Range(
                        from, event.path(last ? "last_affected" : "fixed").asString(), last));
                from = "";
            }
        }
        if (!from.isEmpty()) {
            ranges.add(new Range(from, "", false));
        }
        return ranges;
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
