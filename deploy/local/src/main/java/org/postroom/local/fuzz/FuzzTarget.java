package org.postroom.local.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.postroom.local.stack.StackException;

/**
 * A class {@code …Fuzz} among a module's tests, which takes any bytes and throws where something does not hold.
 *
 * @param name its name for people: {@code mail} for a class {@code MailFuzz}
 * @param module the folder of its module, within the source tree
 * @param className the class, with its package
 */
public record FuzzTarget(String name, Path module, String className) {

    private static final String ENDING = "Fuzz.java";
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int DEEPEST_MODULE = 2;

    /** All targets of a source tree, by their names. */
    public static List<FuzzTarget> all(Path project) throws IOException {
        try (Stream<Path> folders = Files.walk(project, DEEPEST_MODULE)) {
            List<Path> modules = folders.filter(folder -> Files.isDirectory(folder.resolve(TESTS)))
                    .toList();
            return modules.stream()
                    .flatMap(module -> of(project, module).stream())
                    .sorted(Comparator.comparing(FuzzTarget::name))
                    .toList();
        }
    }

    /**
     * The target of a name.
     *
     * @throws StackException where there is none
     */
    public static FuzzTarget named(String name, Path project) throws IOException {
        List<FuzzTarget> all = all(project);
        return all.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("Expected one of "
                        + String.join(", ", all.stream().map(FuzzTarget::name).toList()) + ", but got " + name + "."));
    }

    /** What the fuzzer begins with, in the source tree: what was kept of earlier runs. */
    public Path kept(Path project) {
        return resources(project).resolve(name);
    }

    /** Words that the fuzzer puts in. */
    public Path words(Path project) {
        return resources(project).resolve(name + ".words");
    }

    /** Where a run writes to: what the next build from clean removes. */
    public Path work(Path project) {
        return project.resolve(module).resolve(Path.of("target", "fuzz", name));
    }

    private Path resources(Path project) {
        return project.resolve(module).resolve(Path.of("src", "test", "resources", "fuzz"));
    }

    private static List<FuzzTarget> of(Path project, Path module) {
        Path tests = module.resolve(TESTS);
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                    .map(file -> {
                        String simple = String.valueOf(file.getFileName()).replace(".java", "");
                        Path folder = tests.relativize(file.resolveSibling(simple));
                        return new FuzzTarget(
                                simple.substring(0, simple.length() - "Fuzz".length())
                                        .toLowerCase(Locale.ROOT),
                                project.relativize(module),
                                folder.toString().replace('/', '.').replace('\\', '.'));
                    })
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
