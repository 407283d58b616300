package org.postroom.inbound.reception.smtp;

import static org.postroom.inbound.reception.smtp.Checked.require;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroom.inbound.reception.ReceivedMail;
import org.slf4j.LoggerFactory;

/**
 * A target for {@code ./postroom fuzz dialogue}: any bytes are what a client sends; it sends what stands between two 0xFF at
 * once. Every command has one answer, and nothing is taken for a mail that a careful reader does not take for the same mail.
 */
public final class DialogueFuzz {

    private static final ServerInMemory SERVER = server();
    private static final String NOTHING_HELD = SERVER.held();
    private static final ListAppender<ILoggingEvent> COMPLAINTS = complaints();
    private static final int MOST_PIECES = 200;

    private DialogueFuzz() {}

    /** Called by the fuzzer before all inputs: what is loaded with the first takes none of their time. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Plays one input; called by the fuzzer, and by {@link FuzzedDialogueTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        COMPLAINTS.list.clear();
        SERVER.log.clear();
        SERVER.store.clear();
        var answers = new Answers();
        var reader = new CarefulReader(SERVER.longestCommand(), answers);
        try (ServerInMemory.Connection client = SERVER.connect()) {
            answers.add(client.said());
            require(answers.next().startsWith("220 "), "the client is not greeted", answers);
            for (String piece : new String(input, StandardCharsets.ISO_8859_1).split("\u00ff", MOST_PIECES)) {
                byte[] octets = piece.getBytes(StandardCharsets.ISO_8859_1);
                if (octets.length > 0) {
                    play(octets, client, answers, reader);
                }
            }
            require(reader.isOver() || client.isOpen(), "the client was cut off", client);
        }
        require(SERVER.held().equals(NOTHING_HELD), "something is held after the end", SERVER.held());
        require(COMPLAINTS.list.isEmpty(), "we made a mistake", COMPLAINTS.list);
        taken(reader.sent());
    }

    private static void play(byte[] octets, ServerInMemory.Connection client, Answers answers, CarefulReader reader) {
        boolean wasOver = reader.isOver();
        client.send(octets);
        byte[] said = client.said();
        if (!reader.isEncrypted()) {
            answers.add(said);
            require(!wasOver || answers.isEmpty(), "there is an answer after the end", answers);
            reader.read(octets);
        }
    }

    /** What the log has must be what was sent: as many mails, each with what it says, from and to whom it says. */
    private static void taken(List<CarefulReader.Sent> sent) {
        Map<String, List<ReceivedMail>> transactions = new LinkedHashMap<>();
        for (ReceivedMail mail : SERVER.log) {
            transactions
                    .computeIfAbsent(mail.envelope().transactionId(), _ -> new java.util.ArrayList<>())
                    .add(mail);
        }
        require(transactions.size() == sent.size(), "other mails were taken than were sent", transactions.keySet());
        int index = 0;
        for (List<ReceivedMail> copies : transactions.values()) {
            CarefulReader.Sent expected = sent.get(index++);
            copies.forEach(copy -> taken(expected, copy));
        }
    }

    private static void taken(CarefulReader.Sent expected, ReceivedMail mail) {
        String stored = new String(SERVER.store.message(mail.stored().key()), StandardCharsets.ISO_8859_1);
        String content = stored.replaceFirst("^Received: [^\n]*\n\t[^\n]*\n\t[^\n]*\n", "");
        require(content.equals(expected.content()), "a mail has other content than was sent", content);
        require(
                expected.mailCommand().contains(mail.envelope().sender().address()),
                "a mail is from somebody else",
                mail.envelope().sender());
        mail.envelope()
                .recipients()
                .forEach(recipient -> require(
                        expected.recipientCommands().stream()
                                .anyMatch(command -> command.contains(recipient.address())
                                        || command.toLowerCase(java.util.Locale.ROOT)
                                                .contains("postmaster")),
                        "a mail is for somebody else",
                        recipient));
    }

    private static ServerInMemory server() {
        try {
            return new ServerInMemory();
        } catch (Exception unstartable) {
            throw new IllegalStateException("expected a server, but it does not start", unstartable);
        }
    }

    /** What nobody foresaw ends in the service's log, and nowhere else. */
    private static ListAppender<ILoggingEvent> complaints() {
        var appender = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                    super.append(event);
                }
            }
        };
        appender.start();
        ((Logger) LoggerFactory.getLogger("org.postroom.inbound.reception.smtp")).addAppender(appender);
        return appender;
    }
}
