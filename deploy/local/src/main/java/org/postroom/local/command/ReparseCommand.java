package org.postroom.local.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.postroom.local.reparse.ConsoleReparse;
import org.postroom.local.reparse.Difference;
import org.postroom.local.reparse.ReparseStatus;
import org.postroom.local.stack.DatabaseServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has all stored mails read again from their originals, and shows what is read otherwise than it was. */
@Command(
        name = "reparse",
        description =
                "Reads all stored mails again from their originals, and says what is read otherwise than it was. What"
                        + " events say of them stays as it is; pages show the new reading.",
        mixinStandardHelpOptions = true)
final class ReparseCommand implements Callable<Integer> {

    private static final int WIDTH = 24;
    private static final int LONGEST_VALUE = 100;
    private static final long PAUSE_MILLISECONDS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Control and formatting characters: a mail must not write on the terminal. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ConsoleDatabaseOption database = new ConsoleDatabaseOption();

    @Option(
            names = "--most",
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "How many differences to show at most; ${DEFAULT-VALUE} unless given.")
    private int most = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        DatabaseServer server = database.server(data);
        var console = new ConsoleReparse(server.jdbcUrl(database.name()), server.user(), server.password());
        return watch(console, console.begin()) ? 0 : 1;
    }

    /** Shows how far it is until all is done; gives up where nobody does it. */
    private boolean watch(ConsoleReparse console, int run) throws InterruptedException {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        ReparseStatus status = console.status(run);
        long lastProgress = System.nanoTime();
        while (!status.finished()) {
            if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                terminal.say("It is asked for, but the console does not go on with it: it does so once it runs.");
                return false;
            }
            terminal.hint(bar(status));
            Thread.sleep(PAUSE_MILLISECONDS);
            ReparseStatus next = console.status(run);
            lastProgress = next.equals(status) ? lastProgress : System.nanoTime();
            status = next;
        }
        report(terminal, status, console.differences(run, most));
        return true;
    }

    private static void report(Terminal terminal, ReparseStatus status, List<Difference> differences) {
        differences.forEach(each -> terminal.say("  " + line(each)));
        terminal.say(summary(status));
    }

    static String bar(ReparseStatus status) {
        int full = (int) Math.floor(status.share() * WIDTH);
        return "%s%s %d of %d mails"
                .formatted("█".repeat(full), "░".repeat(WIDTH - full), status.read(), status.mails());
    }

    static String line(Difference difference) {
        String what = difference.organisationId() + "/" + difference.emailId() + "  " + difference.fact();
        boolean told = !difference.before().isEmpty() || !difference.after().isEmpty();
        return told ? what + ": " + shown(difference.before()) + " → " + shown(difference.after()) : what;
    }

    static String summary(ReparseStatus status) {
        String read = status.read() == 1 ? "1 mail was read again" : status.read() + " mails were read again";
        String different = status.different() == 0
                ? ", none of them otherwise than before."
                : ", " + status.different() + " of them otherwise than before.";
        String unreadable = status.unreadable() == 0
                ? ""
                : " The originals of " + status.unreadable() + " could not be read; the console's log says why.";
        return read + different + unreadable;
    }

    private static String shown(String value) {
        if (value.isEmpty()) {
            return "nothing";
        }
        String safe = UNSHOWABLE.matcher(value).replaceAll(" ");
        int cut = safe.offsetByCodePoints(0, Math.min(LONGEST_VALUE, safe.codePointCount(0, safe.length())));
        return "“" + safe.substring(0, cut) + (cut < safe.length() ? "…" : "") + "”";
    }
}
