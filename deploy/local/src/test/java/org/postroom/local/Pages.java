package org.postroom.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.postroom.local.stack.StackOptions;

/** The pages of the source tree that promise something to people, as tests hold them to it. */
public final class Pages {

    private Pages() {}

    /** The lines of a page. */
    public static List<String> lines(String page) {
        try {
            return Files.readAllLines(StackOptions.sourceTree().resolve(Path.of(page)));
        } catch (IOException missing) {
            throw new UncheckedIOException("Expected the page " + page + " in the source tree", missing);
        }
    }

    /** The rows of the table whose heading has these words, each with its cells. */
    public static List<List<String>> table(String page, String... heading) {
        var rows = lines(page).stream()
                .dropWhile(line -> !cells(line).equals(List.of(heading)))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Pages::cells)
                .toList();
        if (rows.isEmpty()) {
            throw new AssertionError("Expected a table of " + String.join(", ", heading) + " in " + page);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return line.startsWith("|")
                ? Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList()
                : List.of();
    }
}
