package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroom.local.Pages;

/** What people read about settings and limits, against what the stack sets. */
class DocumentedSettingsTest {

    @Test
    void theReadmeHasEachDifferenceFromARealInstallationAndNoOther() throws Exception {
        var documented = Pages.table("README.md", "setting", "here", "because").stream()
                .collect(Collectors.toMap(row -> row.getFirst().replace("`", ""), row -> row.get(1)));

        var set = new TreeMap<String, String>();
        var differences = ServiceSettings.differences();
        differences.stringPropertyNames().forEach(name -> set.put(name, differences.getProperty(name)));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(set);
    }

    @Test
    void theTableOfLimitsIsTheOneThatIsUsed() {
        var documented = Pages.table(
                        "deploy/local/README.md",
                        "part",
                        "heap",
                        "of it for new objects",
                        "classes",
                        "compiles",
                        "took")
                .stream()
                .collect(Collectors.toMap(
                        row -> row.getFirst().replace("`", ""),
                        row -> new Budget(
                                Integer.parseInt(row.get(1)),
                                Integer.parseInt(row.get(2)),
                                Integer.parseInt(row.get(3)),
                                row.get(4).equals("fully") ? Budget.Compiler.FULL : Budget.Compiler.LIGHT)));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(Budget.ALL);
    }

    @Test
    void noPartRunsWithoutLimits() {
        var options = StackOptions.of(Path.of("data"), Ports.shifted(0));
        var limited = new TreeSet<>(Budget.ALL.keySet());
        limited.add(Layout.DATABASE);
        limited.remove(Layout.SUPERVISOR);

        assertThat(new Layout(options).parts()).extracting(Part::name).containsExactlyInAnyOrderElementsOf(limited);
        Budget.ALL
                .values()
                .forEach(budget -> assertThat(budget.options())
                        .anyMatch(option -> option.startsWith("-Xmx"))
                        .anyMatch(option -> option.startsWith("-XX:MaxMetaspaceSize="))
                        .anyMatch(option -> option.startsWith("-XX:MaxDirectMemorySize="))
                        .anyMatch(option -> option.startsWith("-XX:ReservedCodeCacheSize=")));
    }
}
