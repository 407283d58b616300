package org.postroom.routing.history.kafka;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.history.FactWords;
import org.postroom.routing.history.LoggedFact;
import org.postroom.routing.replay.kafka.LogOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code timeline}. */
@Command(
        name = "timeline",
        description = {
            "Tells everything that happened to an interaction or a mail, out of every topic, in order, each with its place in the"
                    + " log. It writes nothing.",
            "Ends with 0, with 1 where nothing in the log speaks of it, and with 2 where it could not be found out."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class TimelineCommand implements Callable<Integer> {

    private static final int NOTHING = 1;
    private static final int UNKNOWN = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Parameters(
            paramLabel = "ID",
            description =
                    "The identifier of an interaction, a mail or a reply, or the Message-ID of a mail or a reply.")
    private String id = "";

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Look at nothing earlier than this moment, such as 2026-11-27T08:00:00Z, which is quicker.")
    private Instant from = Instant.MIN;

    @Option(names = "--json", description = "One JSON object a line, with all fields of each event.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command, to be run with its arguments. */
    public static CommandLine commandLine() {
        return new CommandLine(new TimelineCommand()).setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof KafkaException || failure instanceof IOException) {
                command.getErr().println("Could not read the log: " + failure.getMessage());
                return UNKNOWN;
            }
            throw failure;
        });
    }

    @Override
    public Integer call() throws IOException {
        var told = new StoryReader(log.connections()).read(id, from);
        var words = new FactWords(told.names());
        var out = spec.commandLine().getOut();
        told.facts().forEach(fact -> {
            if (json) {
                out.println(JsonMapper.shared().writeValueAsString(machineForm(fact, words.of(fact))));
            } else {
                show(fact, words.of(fact), out);
            }
        });
        out.flush();
        if (told.facts().isEmpty()) {
            spec.commandLine().getErr().println("Nothing in the log speaks of " + shown(id) + ".");
            return NOTHING;
        }
        return 0;
    }

    private static void show(LoggedFact fact, String words, PrintWriter out) {
        out.printf("%s  %s  [%s, %s]%n", TIME.format(fact.at()), shown(words), fact.name(), fact.place());
    }

    /** What strangers wrote must not steer the terminal. */
    private static String shown(String words) {
        return words.replaceAll("\\p{C}", "\uFFFD");
    }

    private static Map<String, @Nullable Object> machineForm(LoggedFact fact, String words) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("at", fact.at().toString());
        form.put("event", fact.name());
        form.put("words", words);
        form.put("topic", fact.topic());
        form.put("partition", fact.partition());
        form.put("offset", fact.offset());
        form.put("setAsideBecause", fact.setAsideBecause());
        form.put("fields", fact.fields());
        return form;
    }
}
