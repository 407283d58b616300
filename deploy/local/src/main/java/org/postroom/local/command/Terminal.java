package org.postroom.local.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the commands speak to people: colours only where a person looks. */
final class Terminal {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private final PrintWriter out;
    private final boolean speaks;
    private final boolean lively;

    Terminal(PrintWriter out) {
        this(out, true);
    }

    /** Says nothing where nobody wants to hear. */
    Terminal(PrintWriter out, boolean speaks) {
        this.out = out;
        this.speaks = speaks;
        this.lively = Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                && System.getenv("NO_COLOR") == null;
    }

    synchronized void say(String text) {
        if (!speaks) {
            return;
        }
        out.println(lively ? ERASE_LINE + text : text);
        out.flush();
    }

    /** Shows a line that the next one replaces; nothing where nobody looks. */
    synchronized void hint(String text) {
        if (lively && speaks) {
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

    /** Returns a moment in the time of the one who reads it. */
    static String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private UnaryOperator<String> colour(String code) {
        return lively ? text -> "\u001b[" + code + "m" + text + "\u001b[0m" : UnaryOperator.identity();
    }
}
