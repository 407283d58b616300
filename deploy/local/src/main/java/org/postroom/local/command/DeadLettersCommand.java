package org.postroom.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.local.deadletters.DeadLetter;
import org.postroom.local.deadletters.LetterBox;
import org.postroom.local.deadletters.LettersException;
import org.postroom.local.deadletters.Outcome;
import org.postroom.local.deadletters.RoutingLetters;
import org.postroom.local.deadletters.ServiceLetters;
import org.postroom.local.stack.DatabaseServer;
import org.postroom.local.stack.Stack;
import org.postroom.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the installation's operator does with records that could not be processed. */
@Command(
        name = "dead-letters",
        description = "Lists and shows what could not be processed, gives it back or gives it up, as the operator.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        mixinStandardHelpOptions = true)
final class DeadLettersCommand {

    private static final String ROW = "  %-24s %-28s %-40s %-24s %-18s %-16s %s";
    private static final String ID = "Its identifier, as list shows it.";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--database",
            scope = ScopeType.INHERIT,
            paramLabel = "postgresql://USER:PASSWORD@HOST:PORT",
            defaultValue = "${env:POSTROOM_DATABASE}",
            description = "The services' PostgreSQL, where it is not the stack's; better given in POSTROOM_DATABASE.")
    private @Nullable String database;

    @Option(
            names = "--databases",
            scope = ScopeType.INHERIT,
            split = ",",
            paramLabel = "NAME",
            description = "The services' databases; domain,verification,inbound,outbound,console unless given.")
    private List<String> databases = Stack.databases();

    @Option(
            names = "--kafka",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "The brokers, where they are not the stack's.")
    private @Nullable String kafka;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(description = "Lists what could not be processed, and what waits behind it.")
    int list() {
        List<DeadLetter> letters =
                asked(() -> boxes().stream().flatMap(box -> box.list().stream()).toList());
        if (letters.isEmpty()) {
            terminal().say("There are no dead letters.");
            return 0;
        }
        terminal().say(ROW.formatted("IDENTIFIER", "READER", "ABOUT", "EVENT", "SINCE", "STATE", "REASON"));
        letters.forEach(letter -> terminal()
                .say(ROW.formatted(
                        letter.id(),
                        letter.reader(),
                        letter.about(),
                        letter.event(),
                        Terminal.time(letter.setAsideAt()),
                        letter.state(),
                        letter.reason())));
        return 0;
    }

    @Command(description = "Shows what is known of one, without its content.")
    int show(@Parameters(paramLabel = "ID", description = ID) String id) {
        DeadLetter letter = asked(() -> box(id).find(id).orElseThrow(() -> unknown(id)));
        Terminal terminal = terminal();
        terminal.say("Reader      " + letter.reader());
        terminal.say("About       " + letter.about());
        terminal.say("Event       " + letter.event() + ", " + letter.octets() + " octets");
        terminal.say("In the log  " + letter.place());
        terminal.say("Since       " + Terminal.time(letter.setAsideAt()));
        terminal.say("State       " + letter.state());
        terminal.say("Reason      " + letter.reason());
        if (!letter.trace().isEmpty()) {
            terminal.say("");
            terminal.say(letter.trace());
        }
        return 0;
    }

    @Command(description = "Has one processed again, and then what waits behind it, in order.")
    int retry(@Parameters(paramLabel = "ID", description = ID) String id) throws InterruptedException {
        LetterBox box = asked(() -> box(id));
        try {
            return said(box.retry(id));
        } catch (LettersException unreachable) {
            throw new StackException(String.valueOf(unreachable.getMessage()), unreachable);
        }
    }

    @Command(description = "Gives one up for good; what waits behind it goes on.")
    int discard(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--reason", required = true, description = "Why, for whoever asks later.") String reason) {
        return asked(() -> said(box(id).discard(id, reason)));
    }

    private int said(Outcome outcome) {
        terminal().say(outcome.words());
        return outcome.done() ? 0 : 1;
    }

    private LetterBox box(String id) {
        return boxes().stream()
                .filter(box -> box.find(id).isPresent())
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private List<LetterBox> boxes() {
        Optional<Stack> stack = database == null || kafka == null ? data.stack() : Optional.empty();
        if (stack.isEmpty() && database == null && kafka == null) {
            throw new StackException(
                    "Postroom is not running. Start it with ./postroom up, or name --database and --kafka");
        }
        List<LetterBox> boxes = new ArrayList<>();
        Optional<DatabaseServer> server = Optional.ofNullable(database)
                .map(DatabaseServer::parse)
                .or(() -> stack.map(found -> found.servers().database(found.ports())));
        server.ifPresent(known -> databases.forEach(
                name -> boxes.add(new ServiceLetters(name, known.jdbcUrl(name), known.user(), known.password()))));
        Optional.ofNullable(kafka)
                .or(() -> stack.map(found -> found.addresses().bootstrapServers()))
                .ifPresent(brokers -> boxes.add(new RoutingLetters(brokers)));
        return boxes;
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (LettersException unreachable) {
            throw new StackException(String.valueOf(unreachable.getMessage()), unreachable);
        }
    }

    private static StackException unknown(String id) {
        return new StackException("There is no dead letter " + id + ". See ./postroom dead-letters list");
    }

    private Terminal terminal() {
        return new Terminal(spec.commandLine().getOut());
    }
}
