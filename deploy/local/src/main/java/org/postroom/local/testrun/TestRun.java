package org.postroom.local.testrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Says what was tested, what was not, and why. The script {@code postroom} runs this class from its source, so that it has
 * an answer even where the build failed before anything was compiled.
 */
public final class TestRun {

    private TestRun() {}

    /** Takes the source tree and a file that is as old as the run: what surefire reported before does not count. */
    public static void main(String[] args) {
        try {
            tell(Path.of(args[0]), Path.of(args[1])).forEach(System.out::println);
        } catch (IOException | UncheckedIOException unreadable) {
            System.out.println("Of the tests nothing is known, for their reports cannot be read: " + unreadable);
        }
    }

    static List<String> tell(Path tree, Path begin) throws IOException {
        SourceTree sources = SourceTree.of(tree);
        Results results = Results.since(Files.getLastModifiedTime(begin), sources.reports());
        return new Summary(sources.testClasses(), results).lines();
    }
}
