package org.postroom.routing.history.kafka;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.history.Account.MailEnd;
import org.postroom.routing.history.Account.ReplyEnd;
import org.postroom.routing.history.Balance;
import org.postroom.routing.replay.kafka.LogOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code audit}. */
@Command(
        name = "audit",
        description = {
            "Holds what was accepted against what became of it, by the log alone: each mail ends in exactly one place, each"
                    + " interaction in exactly one end, each reply in exactly one outcome, or is on its way. It writes nothing.",
            "Ends with 0 where all is even, with 1 and the identifiers where something is not, and with 2 where it could not be"
                    + " found out."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

    private static final int UNEVEN = 1;
    private static final int UNKNOWN = 2;

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Look at what began at this moment or later, such as 2026-11-27T08:00:00Z.")
    private Instant from = Instant.MIN;

    @Option(names = "--to", paramLabel = "TIME", description = "Look at what began before this moment.")
    private @Nullable Instant to;

    @Option(names = "--organisation", paramLabel = "ID", description = "Only this organisation.")
    private @Nullable String organisation;

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description = "For how long a mail may be on its way to a decision; ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ZERO;

    @Option(
            names = "--reply-patience",
            paramLabel = "DURATION",
            defaultValue = "P4D",
            description = "For how long a reply may be on its way to its outcome; ${DEFAULT-VALUE}.")
    private Duration replyPatience = Duration.ZERO;

    @Option(names = "--json", description = "The balance as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Clock clock;

    AuditCommand(Clock clock) {
        this.clock = clock;
    }

    /** The command, to be run with its arguments. */
    public static CommandLine commandLine() {
        var clock = Clock.system(ZoneOffset.UTC);
        return new CommandLine(new AuditCommand(clock)).setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof KafkaException || failure instanceof IOException) {
                command.getErr().println("Could not read the log: " + failure.getMessage());
                return UNKNOWN;
            }
            throw failure;
        });
    }

    @Override
    public Integer call() throws IOException {
        var extent = new AuditReader.Extent(from, to, organisation);
        var now = clock.instant();
        var balance = new AuditReader(log.connections(), extent).read(now, patience, replyPatience);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(balance));
        } else {
            tell(balance, now, out);
        }
        out.flush();
        return balance.isEven() ? 0 : UNEVEN;
    }

    private static void tell(Balance balance, Instant now, PrintWriter out) {
        var mails = balance.mails();
        out.printf(
                Locale.ROOT,
                "%,d mails accepted = %,d routed + %,d kept aside + %,d ended with a reason + %,d broken off"
                        + " + %,d repeats of earlier ones + %,d on their way%n",
                mails.accepted(),
                mails.count(MailEnd.ROUTED),
                mails.count(MailEnd.KEPT_ASIDE),
                mails.count(MailEnd.DISCARDED),
                mails.count(MailEnd.BROKE_OFF),
                mails.count(MailEnd.REPEATED),
                mails.onTheirWay());
        var work = balance.work();
        out.printf(
                Locale.ROOT,
                "%,d interactions begun = %,d ended + %,d open%s%n",
                work.begun(),
                work.ended(),
                work.open(),
                oldest(work.oldestOpen(), now));
        var replies = balance.replies();
        out.printf(
                Locale.ROOT,
                "%,d replies requested = %,d sent + %,d failed + %,d uncertain + %,d gone with their organisation"
                        + " + %,d on their way%s%n",
                replies.requested(),
                replies.count(ReplyEnd.SENT),
                replies.count(ReplyEnd.FAILED),
                replies.count(ReplyEnd.UNCERTAIN),
                replies.withTheirOrganisation(),
                replies.onTheirWay(),
                oldest(replies.oldestOnTheirWay(), now));
        if (balance.isEven()) {
            out.println("All is even.");
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d are not as they should be:%n",
                    balance.discrepancies().size());
            balance.discrepancies()
                    .forEach(each ->
                            out.printf("  %s %s of %s: %s%n", each.kind(), each.id(), each.since(), each.words()));
        }
    }

    private static String oldest(@Nullable Instant since, Instant now) {
        return since == null ? "" : ", the oldest for " + age(Duration.between(since, now));
    }

    private static String age(Duration age) {
        if (age.toHours() >= 48) {
            return age.toDays() + " days";
        }
        return age.toMinutes() >= 120 ? age.toHours() + " hours" : age.toMinutes() + " minutes";
    }
}
