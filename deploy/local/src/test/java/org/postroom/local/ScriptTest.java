package org.postroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.stack.StackOptions;

/** What the script says and does before there is a program: it looks for a JDK and builds. */
class ScriptTest {

    @TempDir
    private Path root;

    private record Ended(int exitCode, String said) {}

    @Test
    void saysWhatToInstallWhereThereIsNoJava() throws Exception {
        var ended = findJava();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said()).contains("Postroom needs a JDK 25 or later", "https://adoptium.net");
    }

    @Test
    void namesAJavaThatIsTooOldAndOneWithoutItsCompiler() throws Exception {
        java("usr/lib/jvm/old", "17.0.15", true);
        java("usr/lib/jvm/runtime", "25.0.3", false);

        var ended = findJava();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said())
                .contains("Java 17 in " + root.resolve("usr/lib/jvm/old") + ", which is too old")
                .contains("Java 25 in " + root.resolve("usr/lib/jvm/runtime") + ", but without its compiler javac");
    }

    @Test
    void takesTheFirstJdkThatIsNewEnough() throws Exception {
        java("usr/lib/jvm/a-old", "17.0.15", true);
        java("usr/lib/jvm/b-runtime", "25", false);
        java("usr/lib/jvm/c-new", "26.0.1", true);

        var ended = findJava();

        assertThat(ended.said()).isEqualToIgnoringNewLines("found " + root.resolve("usr/lib/jvm/c-new"));
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void saysThatTheFirstBuildNeedsTheNetwork() throws Exception {
        project("echo '[ERROR] Could not transfer artifact x: repo.maven.apache.org: Unknown host'; exit 1");

        var ended = build();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said()).contains("could not download what it needs", "~/.m2/settings.xml", "build.log");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        project("echo '[ERROR] target/classes: No space left on device'; exit 1");

        assertThat(build().said()).contains("The build failed: the disk is full");
    }

    @Test
    void showsWhatWentWrongWhereItKnowsNoCure() throws Exception {
        project("echo '[ERROR] Foo.java:[3,1] class expected'; exit 1");

        assertThat(build().said())
                .contains("Foo.java:[3,1] class expected", "The build failed. Mend what stands above");
    }

    @Test
    void buildsFromTheBeginningAfterABuildThatWasBrokenOff() throws Exception {
        // given
        project("kill -9 $PPID");
        var half = Files.createDirectories(root.resolve("project/routing-service/target/classes"));
        Files.writeString(half.resolve("Half.class"), "half");
        Files.writeString(root.resolve("project/routing-service/pom.xml"), "<project/>");
        assertThat(build().exitCode()).isNotZero();
        assertThat(half.resolve("Half.class")).exists();

        // when
        project("echo '[INFO] Building Routing 1 [1/1]'");
        var ended = build();

        // then
        assertThat(ended.said()).contains("The last build was broken off: building from the beginning.", "1 of 1");
        assertThat(ended.exitCode()).isZero();
        assertThat(half).doesNotExist();
        assertThat(root.resolve("project/lib/built")).exists();
        assertThat(build().said()).doesNotContain("broken off");
    }

    private Ended findJava() throws IOException, InterruptedException {
        return run("""
                fail() { echo "$*"; exit 1; }
                wanted_java=25 java_root=%s JAVA_HOME= HOME=%s PATH=%s:/usr/bin:/bin
                java_on_path() { :; }
                . %s
                java_on_path() { :; }
                find_java
                echo "found $JAVA_HOME"
                """.formatted(root, root, root.resolve("bin"), script("java.sh")));
    }

    private Ended build() throws IOException, InterruptedException {
        return run("""
                set -eu
                fail() { echo "$*"; exit 1; }
                say() { echo "$*"; }
                project=%1$s/project lib=%1$s/project/lib stamp=%1$s/project/lib/built talk=yes
                . %2$s
                build
                """.formatted(root, script("build.sh")));
    }

    private static Path script(String name) {
        return StackOptions.sourceTree().resolve("deploy/local/src/main/sh").resolve(name);
    }

    private static Ended run(String commands) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/bin/sh", "-c", commands)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** A folder like that of a JDK. */
    private void java(String place, String version, boolean compiler) throws IOException {
        executable(root.resolve(place).resolve("bin/java"), "");
        if (compiler) {
            executable(root.resolve(place).resolve("bin/javac"), "");
        }
        Files.writeString(root.resolve(place).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    /** A source tree whose build does this. */
    private void project(String build) throws IOException {
        executable(root.resolve("project/mvnw"), build);
        Files.createDirectories(root.resolve("project/routing-service"));
    }

    private static void executable(Path file, String commands) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
