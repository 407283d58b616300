package org.postroom.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.postroom.local.stack.Port;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.StackOptions;

/** The project's first page, whose promises are kept on the running stack: its addresses become that stack's. */
final class Readme {

    private static final Path TREE = StackOptions.sourceTree();
    private static final Pattern ADDRESS = Pattern.compile("localhost:(\\d+)");

    private final List<String> lines;

    private Readme(List<String> lines) {
        this.lines = lines;
    }

    static Readme read() {
        try {
            return new Readme(Files.readAllLines(TREE.resolve("README.md")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The command line that begins with a program's name, for the running stack. */
    String commandLine(String program) {
        return onRunningStack(lines.stream()
                .filter(line -> line.startsWith(program + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a line in the README that begins with " + program)));
    }

    /** The rows of the table with this heading, each with its cells, for the running stack. */
    List<List<String>> table(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(onRunningStack(line).split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** What a pattern's first group finds in the text. */
    String find(String pattern) {
        return Pattern.compile(pattern)
                .matcher(String.join("\n", lines))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError("expected the README to have " + pattern));
    }

    /** A file that the page links to. */
    Path linked(String words) {
        return TREE.resolve(find("\\[" + words + "\\]\\(([^)]+)\\)"));
    }

    private static String onRunningStack(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(
                        address -> "localhost:" + RunningStack.stack().ports().of(usual(address)));
    }

    private static Port usual(MatchResult address) {
        int number = Integer.parseInt(address.group(1));
        return Ports.shifted(0).numbers().entrySet().stream()
                .filter(port -> port.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a part of the stack at " + address.group()));
    }
}
