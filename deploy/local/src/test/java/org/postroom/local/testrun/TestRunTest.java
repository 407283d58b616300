package org.postroom.local.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.stack.StackOptions;

class TestRunTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path tree;

    private Path begin;

    @BeforeEach
    void beginTheRun() throws IOException {
        begin = Files.setLastModifiedTime(Files.createFile(tree.resolve("begin")), FileTime.from(BEGIN));
        haveSource("routing", "org.postroom.routing.ThreadingTest");
        haveSource("routing", "org.postroom.routing.RoutingIT");
        haveSource("routing", "org.postroom.routing.Centre");
        haveSource("deploy/local", "org.postroom.local.PortsTest");
        haveSource("journeys", "org.postroom.journeys.MainJourneyTest");
    }

    @Test
    void countsWhatWasRunAndWhatWasNot() throws IOException {
        report("routing", "org.postroom.routing.ThreadingTest", "<testcase name='a' classname='x.ThreadingTest'/>");
        report("deploy/local", "org.postroom.local.PortsTest", "<testcase name='b' classname='x.PortsTest'/>");

        assertThat(told())
                .containsExactly(
                        "Test classes that were run: 2 *Test (no started part).",
                        "Test classes that were not: 1 *IT (real parts), 1 *JourneyTest (the whole stack).",
                        "Tests: 2 run, 2 passed, 0 failed, 0 skipped.",
                        "No test was skipped.");
    }

    @Test
    void endsWithEachTestThatWasSkippedAndWhy() throws IOException {
        report("routing", "org.postroom.routing.RoutingIT", """
                        <testcase name="assumed" classname="org.postroom.routing.RoutingIT" time="0.0">
                          <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: kcat is not installed
                        	at org.junit.jupiter.api.Assumptions.assumeTrue(Assumptions.java:1)
                        ]]></skipped>
                        </testcase>
                        <testcase name="assumedAtLength" classname="org.postroom.routing.RoutingIT" time="0.0">
                          <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException:\s
                        Assumption failed: the first line
                        and the second
                        	at org.junit.jupiter.api.Assumptions.assumeTrue(Assumptions.java:1)
                        ]]></skipped>
                        </testcase>
                        <testcase name="disabled" classname="org.postroom.routing.RoutingIT$OnMondays" time="0.0">
                          <skipped message="until &lt;Tuesday&gt;"/>
                        </testcase>
                        <testcase name="passed" classname="org.postroom.routing.RoutingIT" time="0.0"/>
                        """);

        assertThat(told())
                .endsWith(
                        "Tests: 4 run, 1 passed, 0 failed, 3 skipped.",
                        "Skipped:",
                        "  RoutingIT.assumed: kcat is not installed",
                        "  RoutingIT.assumedAtLength: the first line",
                        "  RoutingIT$OnMondays.disabled: until <Tuesday>");
    }

    @Test
    void namesAClassWhosePreparationGaveUpThoughSurefireCountsNoTestOfIt() throws IOException {
        report("routing", "org.postroom.routing.RoutingIT", "");

        assertThat(told())
                .endsWith(
                        "Tests: 1 run, 0 passed, 0 failed, 1 skipped.",
                        "Skipped:",
                        "  RoutingIT: none of its tests was run; its preparation gave up, and why is not reported");
    }

    @Test
    void namesEachTestThatFailed() throws IOException {
        report("routing", "org.postroom.routing.ThreadingTest", """
                        <testcase name="fails" classname="org.postroom.routing.ThreadingTest">
                          <failure message="expected: &lt;a&#10;b&gt;" type="E"><![CDATA[E: expected: <a]]></failure>
                        </testcase>
                        <testcase name="" classname="org.postroom.routing.ThreadingTest">
                          <error message="no broker" type="E"><![CDATA[E: no broker]]></error>
                        </testcase>
                        """);

        assertThat(told())
                .contains(
                        "Tests: 2 run, 0 passed, 2 failed, 0 skipped.",
                        "Failed:",
                        "  ThreadingTest.fails: expected: <a",
                        "  ThreadingTest: no broker");
    }

    @Test
    void countsNothingThatAnEarlierRunLeft() throws IOException {
        Path earlier = report("routing", "org.postroom.routing.ThreadingTest", "<testcase name='a' classname='x.A'/>");
        Files.setLastModifiedTime(earlier, FileTime.from(BEGIN.minusSeconds(1)));

        assertThat(told()).containsExactly("Of the tests nothing is known: none was run.");
    }

    @Test
    void namesAReportThatIsNotWhole() throws IOException {
        Path half = report("routing", "org.postroom.routing.ThreadingTest", "");
        Files.writeString(half, "<testsuite name='org.postroom.routing.ThreadingTest'><testcase");

        assertThat(told()).contains("Not counted, for its report is not whole: " + half);
    }

    @Test
    void saysThatNothingIsKnownWhereTheBuildFailedBeforeTheFirstTest() throws IOException {
        assertThat(told()).containsExactly("Of the tests nothing is known: none was run.");
    }

    @Test
    void runsFromItsSourceAloneForABuildThatFailedEarly() throws Exception {
        report("deploy/local", "org.postroom.local.PortsTest", "<testcase name='b' classname='x.PortsTest'/>");
        Path source =
                StackOptions.sourceTree().resolve("deploy/local/src/main/java/org/postroom/local/testrun/TestRun.java");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        tree.toString(),
                        begin.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().readAllLines()).isEqualTo(told());
        assertThat(process.waitFor()).isZero();
    }

    private List<String> told() throws IOException {
        return TestRun.tell(tree, begin);
    }

    private void haveSource(String module, String name) throws IOException {
        Path folder = tree.resolve(module);
        Path source = folder.resolve("src/test/java").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
    }

    private Path report(String module, String name, String cases) throws IOException {
        Path folder = Files.createDirectories(tree.resolve(module).resolve("target/surefire-reports"));
        return Files.writeString(
                folder.resolve("TEST-" + name + ".xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite name=\"" + name + "\">" + cases + "</testsuite>");
    }
}
