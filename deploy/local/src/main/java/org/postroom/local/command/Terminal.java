package org.postroom.local.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the commands speak to people: colours only where a person looks. */
final class Terminal {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean lively;

    Terminal(PrintWriter out) {
        this.out = out;
        this.lively = Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                && System.getenv("NO_COLOR") == null;
    }

    synchronized void say(String text) {
        out.println(lively ? ERASE_LINE + text : text);
        out.flush();
    }

    /** Shows a line that the next one replaces; nothing where nobody looks. */
    synchronized void hint(String text) {
        if (lively) {
            out.print(ERASE_LINE + grey(text));
            out.flush();
        }
    }

    String green(String text) {
        return colour("32").apply(text);
    }

    String red(String text) {
        return colour("31").apply(text);
    }

    String grey(String text) {
        return colour("90").apply(text);
    }

    String bold(String text) {
        return colour("1").apply(text);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private UnaryOperator<String> colour(String code) {
        return lively ? text -> "\u001b[" + code + "m" + text + "\u001b[0m" : UnaryOperator.identity();
    }
}
