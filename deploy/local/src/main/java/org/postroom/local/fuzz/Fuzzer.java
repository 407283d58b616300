package org.postroom.local.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postroom.local.stack.StackException;

/**
 * Builds a module's tests, and has Jazzer try inputs on one of its targets: each that goes a new way through the code is the
 * beginning of others.
 */
public final class Fuzzer {

    private static final String JAVA_HOME = Objects.requireNonNull(System.getProperty("java.home"));
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    /** What is watched for new ways: our own code, and the parsers that it rests on. */
    private static final String WATCHED = "org.postroom.**:org.apache.james.**";

    /** It looks for methods that this Java's Unsafe has no more, and netty would not start beneath it. */
    private static final String NOT_OF_THIS_JAVA = "com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer";

    private static final String MEMORY = "900m";
    private static final String LONGEST_INPUT = "8192";

    /** On a busy machine; usual is a millisecond. */
    private static final String LONGEST_SECONDS = "30";

    private static final String MOST_FINDINGS = "50";
    /** Inputs are named after their digests by the fuzzer; those that people have put there have names. */
    private static final String DIGEST = "[0-9a-f]{40}";

    private final Path project;
    private final FuzzTarget target;
    private final List<String> program = new ArrayList<>();

    private Fuzzer(Path project, FuzzTarget target, String classPath) {
        this.project = project;
        this.target = target;
        program.addAll(List.of(
                Path.of(JAVA_HOME, "bin", "java").toString(),
                "-Xmx" + MEMORY,
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-OmitStackTraceInFastThrow",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                JAZZER,
                "--target_class=" + target.className(),
                "--instrumentation_includes=" + WATCHED,
                "--disabled_hooks=" + NOT_OF_THIS_JAVA,
                "--reproducer_path=" + target.work(project)));
    }

    /**
     * Builds the target's module.
     *
     * @throws StackException where the build fails
     */
    public static Fuzzer of(Path project, FuzzTarget target) throws IOException, InterruptedException {
        Path list = Path.of("target", "fuzz.classpath");
        var maven = new ProcessBuilder(
                project.resolve("mvnw").toString(),
                "-B",
                "-q",
                "-Pfuzzing",
                "-pl",
                target.module().toString(),
                "-am",
                "test-compile",
                "dependency:build-classpath",
                "-Dmdep.includeScope=test",
                "-Dmdep.outputFile=" + list);
        maven.directory(project.toFile()).inheritIO();
        maven.environment().put("JAVA_HOME", JAVA_HOME);
        if (maven.start().waitFor() != 0) {
            throw new StackException("The module could not be built; what the build said stands above.");
        }
        Path module = project.resolve(target.module());
        String libraries = Files.readString(module.resolve(list)).strip();
        return new Fuzzer(
                project,
                target,
                String.join(
                        File.pathSeparator,
                        module.resolve("target/test-classes").toString(),
                        module.resolve("target/classes").toString(),
                        libraries));
    }

    /**
     * Tries inputs for a while.
     *
     * @return false where something was found; it lies in {@link #findings()}
     */
    public boolean run(Duration time) throws IOException, InterruptedException {
        Files.createDirectories(findings());
        Files.createDirectories(grown());
        Files.createDirectories(target.kept(project));
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--keep_going=" + MOST_FINDINGS,
                "-max_total_time=" + time.toSeconds(),
                "-timeout=" + LONGEST_SECONDS,
                "-max_len=" + LONGEST_INPUT,
                "-dict=" + target.words(project),
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                "-artifact_prefix=" + findings() + "/",
                grown().toString(),
                target.kept(project).toString()));
        return start(command) == 0;
    }

    /** Puts, in the place of what was kept before, the fewest inputs that go all the ways that are known. */
    public void keep() throws IOException, InterruptedException {
        Path fewest = target.work(project).resolve("fewest");
        empty(fewest, ".*");
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "-set_cover_merge=1",
                "-rss_limit_mb=0",
                "-max_len=" + LONGEST_INPUT,
                fewest.toString(),
                grown().toString(),
                target.kept(project).toString()));
        if (start(command) != 0) {
            throw new StackException("The inputs could not be compared; what the fuzzer said stands above.");
        }
        empty(target.kept(project), DIGEST);
        for (Path input : files(fewest)) {
            Files.move(input, target.kept(project).resolve(input.getFileName()));
        }
    }

    /** The folder with each input that something was wrong with. */
    public Path findings() {
        return target.work(project).resolve("findings");
    }

    private Path grown() {
        return target.work(project).resolve("corpus");
    }

    private int start(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(target.work(project).toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void empty(Path folder, String names) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files(folder)) {
            if (String.valueOf(file.getFileName()).matches(names)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
