package org.postroom.inbound.reception.smtp;

import static org.postroom.inbound.reception.smtp.Checked.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a dialogue beside the server, in its own way and after the RFCs alone: which bytes are commands and which are content,
 * what must be answered and what not, and which mails a client has sent. It believes the server what it refuses, and nothing
 * else.
 */
final class CarefulReader {

    /** What must not be followed by more before its answer (RFC 5321, section 4.3.1; RFC 2920, section 3.1). */
    private static final Set<String> WAIT = Set.of("EHLO", "HELO", "DATA", "VRFY", "EXPN");

    private static final Pattern COMMAND = Pattern.compile(" *([!-~]*)(?: .*)?", Pattern.DOTALL);
    private static final Pattern CHUNK = Pattern.compile("(?i)BDAT +([0-9]{1,15})( +LAST)?");
    private static final byte[] END_OF_LINE = {'\r', '\n'};
    private static final byte[] END_OF_MAIL = {'\r', '\n', '.', '\r', '\n'};
    private static final String UNFORESEEN = "451 4.3.0 The message could not be processed, try again later";

    /**
     * A mail that was sent and taken.
     *
     * @param mailCommand the command that named the sender
     * @param recipientCommands the commands that named recipients and were taken
     * @param content the content, in Latin-1
     */
    record Sent(String mailCommand, List<String> recipientCommands, String content) {

        Sent {
            recipientCommands = List.copyOf(recipientCommands);
        }
    }

    private final int longestCommand;
    private final Answers answers;
    private final List<Sent> sent = new ArrayList<>();
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private final List<String> recipients = new ArrayList<>();
    private byte[] unread = {};
    private String sender = "";
    private boolean inContent;
    private boolean passingOver;
    private long chunkLeft = -1;
    private boolean lastChunk;
    private boolean encrypted;
    private boolean over;

    CarefulReader(int longestCommand, Answers answers) {
        this.longestCommand = longestCommand;
        this.answers = answers;
    }

    /** The mails that were sent and taken so far. */
    List<Sent> sent() {
        return sent;
    }

    /** True once nothing that the client sends is looked at any more. */
    boolean isOver() {
        return over;
    }

    /** True once the server takes all that comes for TLS, and answers in it. */
    boolean isEncrypted() {
        return encrypted;
    }

    /** Reads what came in one piece, with the answers that it was given. */
    void read(byte[] piece) {
        unread = joined(unread, piece);
        boolean more = true;
        while (more && !over) {
            more = inContent ? readContent() : chunkLeft >= 0 ? readChunk() : readLine();
        }
        require(answers.isEmpty(), "there is an answer to nothing", answers);
    }

    private boolean readLine() {
        int lineFeed = indexOf(unread, new byte[] {'\n'});
        if (lineFeed < 0) {
            passingOver |= unread.length > longestCommand;
            unread = passingOver ? new byte[0] : unread;
            return false;
        }
        byte[] line = take(lineFeed + 1);
        boolean whole = !passingOver && line.length <= longestCommand && line.length > 1 && line[lineFeed - 1] == '\r';
        passingOver = false;
        if (!whole) {
            answer("500");
        } else {
            command(new String(line, 0, line.length - END_OF_LINE.length, StandardCharsets.UTF_8));
        }
        return true;
    }

    private void command(String line) {
        Matcher parts = COMMAND.matcher(line);
        String verb = parts.matches() ? parts.group(1).toUpperCase(Locale.ROOT) : "";
        Matcher chunk = CHUNK.matcher(line.trim());
        if (WAIT.contains(verb) && unread.length > 0) {
            answer("554");
            over = true;
        } else if (chunk.matches()) {
            lastChunk = chunk.group(2) != null;
            chunkLeft = Long.parseLong(chunk.group(1));
        } else {
            answered(verb, line, answer());
        }
    }

    private void answered(String verb, String line, String answer) {
        boolean taken = answer.startsWith("2") || answer.startsWith("3");
        require(!answer.startsWith("354") || verb.equals("DATA"), "content is asked for by " + verb, answer);
        require(!answer.startsWith("220") || verb.equals("STARTTLS"), "TLS is begun by " + verb, answer);
        if (!taken) {
            over |= verb.equals("QUIT");
            unread = verb.equals("STARTTLS") ? new byte[0] : unread;
            return;
        }
        switch (verb) {
            case "DATA" -> {
                require(!recipients.isEmpty(), "content is asked for without a recipient", answer);
                inContent = true;
            }
            case "MAIL" -> sender = line;
            case "RCPT" -> {
                require(!sender.isEmpty(), "a recipient is taken without a sender", line);
                recipients.add(line);
            }
            case "EHLO", "HELO", "RSET" -> forget();
            case "STARTTLS" -> {
                // What follows is not TLS, and so must be nothing at all.
                unread = new byte[0];
                encrypted = true;
                over = true;
            }
            case "QUIT" -> over = true;
            case "NOOP", "HELP", "VRFY" -> {
                // They change nothing.
            }
            default -> require(false, "a command is taken that is none", line);
        }
    }

    /** The end of content is looked for in all of it at once, with the line end before it that the DATA command had. */
    private boolean readContent() {
        byte[] whole = joined(END_OF_LINE, unread);
        int end = indexOf(whole, END_OF_MAIL);
        if (end < 0) {
            return false;
        }
        String text = new String(whole, 0, end, StandardCharsets.ISO_8859_1) + "\r\n";
        take(end + END_OF_MAIL.length - END_OF_LINE.length);
        inContent = false;
        ended(text.replace("\r\n.", "\r\n").substring(END_OF_LINE.length));
        return true;
    }

    private boolean readChunk() {
        if (unread.length < chunkLeft) {
            return false;
        }
        byte[] octets = take((int) chunkLeft);
        chunkLeft = -1;
        if (lastChunk) {
            chunks.writeBytes(octets);
            ended(chunks.toString(StandardCharsets.ISO_8859_1));
        } else if (answer().startsWith("250")) {
            require(!recipients.isEmpty(), "a chunk is taken without a recipient", recipients);
            chunks.writeBytes(octets);
        } else {
            refused();
        }
        return true;
    }

    private void ended(String content) {
        String answer = answer();
        if (answer.startsWith("250")) {
            sent.add(new Sent(sender, recipients, content));
            forget();
        } else {
            refused();
        }
    }

    /** Content that could be a mail's ends its transaction also where it is refused. */
    private void refused() {
        chunks.reset();
        if (!recipients.isEmpty()) {
            forget();
        }
    }

    private void forget() {
        sender = "";
        recipients.clear();
        chunks.reset();
    }

    private String answer() {
        require(!answers.isEmpty(), "there is no answer", sent);
        String answer = answers.next();
        require(!answer.equals(UNFORESEEN), "we made a mistake", answer);
        over |= answer.startsWith("421");
        return answer;
    }

    private void answer(String expected) {
        String answer = answer();
        require(answer.startsWith(expected) || answer.startsWith("421"), "expected " + expected + ", but got", answer);
    }

    private byte[] take(int count) {
        byte[] taken = java.util.Arrays.copyOf(unread, count);
        unread = java.util.Arrays.copyOfRange(unread, count, unread.length);
        return taken;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int indexOf(byte[] octets, byte[] wanted) {
        return new String(octets, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
