package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.inbound.reception.ReceivedMail;

/**
 * Plays an SMTP dialogue from a file. Each line begins with what it is:
 *
 * <pre>
 *   # a remark
 *   C: a line that the client sends, ended by CR LF
 *   R: raw bytes that the client sends; \r \n \0 \xFF are escapes, and {60x...} repeats
 *   S: a regular expression that the server's next line matches
 *   X: the server closes the connection
 *   M: how many mails the log has at this point
 *   B: what the newest mail's stored content is, after our Received field, in the escapes of R
 *   W: a regular expression that one of the newest mail's warnings matches
 * </pre>
 */
final class Dialogue {

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)x([^}]*)}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|0|x[0-9a-f]{2})");

    private final RunningServer server;
    private final Socket socket;
    private final InputStream in;

    Dialogue(RunningServer server) throws IOException {
        this.server = server;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        this.socket.setSoTimeout(10_000);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    void play(Path script) throws IOException {
        List<String> lines = Files.readAllLines(script, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                play(line, script.getFileName() + ":" + (i + 1));
            }
        }
        socket.close();
    }

    private void play(String line, String place) throws IOException {
        String argument = line.length() > 3 ? line.substring(3) : "";
        switch (line.charAt(0)) {
            case 'C' -> send((argument + "\r\n").getBytes(StandardCharsets.UTF_8));
            case 'R' -> send(unescaped(argument));
            case 'S' -> assertThat(readLine()).as(place).matches(argument);
            case 'X' ->
                assertThat(in.read()).as(place + ": the connection is closed").isEqualTo(-1);
            case 'M' -> assertThat(server.log).as(place).hasSize(Integer.parseInt(argument.strip()));
            case 'B' ->
                assertThat(withoutReceived(server.stored(newest())))
                        .as(place)
                        .isEqualTo(new String(unescaped(argument), StandardCharsets.ISO_8859_1));
            case 'W' ->
                assertThat(newest().facts().warnings()).as(place).anyMatch(warning -> warning.matches(argument));
            default -> throw new IllegalArgumentException(place + ": expected C, R, S, X, M, B or W, but got " + line);
        }
    }

    private ReceivedMail newest() {
        return server.log.getLast();
    }

    /** Our Received field has three lines. */
    private static String withoutReceived(String stored) {
        assertThat(stored).startsWith("Received: from ");
        int end = 0;
        for (int line = 0; line < 3; line++) {
            end = stored.indexOf("\r\n", end) + 2;
        }
        return stored.substring(end);
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            line.append((char) octet);
            octet = in.read();
        }
        return line.toString().strip();
    }

    private static byte[] unescaped(String text) {
        String repeated = REPETITION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        String raw = ESCAPE.matcher(repeated).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String character(String escape) {
        return switch (escape.charAt(0)) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case '0' -> "\0";
            default -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
        };
    }
}
