package org.postroom.local.testrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the modules hold about tests.
 *
 * @param testClasses the full names of all test classes that there are sources of
 * @param reports the reports of all modules, whenever they were written
 */
record SourceTree(Set<String> testClasses, List<Path> reports) {

    private static final int DEEPEST_MODULE = 3;
    private static final String JAVA = ".java";

    static SourceTree of(Path tree) throws IOException {
        var classes = new TreeSet<String>();
        var reports = new ArrayList<Path>();
        for (Path module : modules(tree)) {
            Path sources = module.resolve("src/test/java");
            for (Path source : files(sources, "*" + JAVA, Integer.MAX_VALUE)) {
                String name = sources.relativize(source).toString().replace('/', '.');
                classes.add(name.substring(0, name.length() - JAVA.length()));
            }
            reports.addAll(files(module.resolve("target/surefire-reports"), "TEST-*.xml", 1));
        }
        classes.removeIf(name -> Cost.of(name).isEmpty());
        return new SourceTree(classes, reports);
    }

    private static List<Path> modules(Path tree) throws IOException {
        return files(tree, "pom.xml", DEEPEST_MODULE).stream()
                .map(pom -> pom.resolveSibling(""))
                .toList();
    }

    private static List<Path> files(Path folder, String pattern, int depth) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
        try (var files = Files.find(
                folder,
                depth,
                (file, attributes) -> attributes.isRegularFile() && matcher.matches(file.getFileName()))) {
            return files.sorted().collect(Collectors.toList());
        }
    }
}
