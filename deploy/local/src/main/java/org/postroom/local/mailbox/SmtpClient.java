package org.postroom.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Submits a mail over SMTP and tells what the server said: RFC 5321, without extensions. */
public final class SmtpClient {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    private SmtpClient() {}

    /**
     * What came of a submission.
     *
     * @param accepted whether the server took the mail
     * @param reply the server's reply that decided it
     */
    public record Outcome(boolean accepted, String reply) {}

    /**
     * Submits one mail on a connection of its own.
     *
     * @throws IOException where the connection fails before the server has decided
     */
    public static Outcome send(InetSocketAddress server, String from, List<String> to, byte[] mail) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.connect(server, PATIENCE_MILLISECONDS);
            var out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            var outcome = converse(in, out, from, to, mail);
            write(out, "QUIT\r\n");
            return outcome;
        }
    }

    private static Outcome converse(BufferedReader in, OutputStream out, String from, List<String> to, byte[] mail)
            throws IOException {
        var reply = reply(in);
        if (!reply.startsWith("2")) {
            return new Outcome(false, reply);
        }
        for (var command : commands(from, to)) {
            write(out, command + "\r\n");
            reply = reply(in);
            if (!reply.startsWith("2") && !reply.startsWith("3")) {
                return new Outcome(false, reply);
            }
        }
        write(out, stuffed(mail));
        reply = reply(in);
        return new Outcome(reply.startsWith("2"), reply);
    }

    private static List<String> commands(String from, List<String> to) {
        var commands = new ArrayList<String>();
        commands.add("EHLO mail.playground.test");
        commands.add("MAIL FROM:<" + from + ">");
        to.forEach(recipient -> commands.add("RCPT TO:<" + recipient + ">"));
        commands.add("DATA");
        return commands;
    }

    /** Doubles dots at line starts and ends with a line that is a dot: RFC 5321 section 4.5.2. */
    private static String stuffed(byte[] mail) {
        var text = "\r\n" + new String(mail, ISO_8859_1);
        var end = text.endsWith("\r\n") ? ".\r\n" : "\r\n.\r\n";
        return text.replace("\r\n.", "\r\n..").substring(2) + end;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static String reply(BufferedReader in) throws IOException {
        var reply = new StringBuilder();
        while (true) {
            var line = in.readLine();
            if (line == null) {
                throw new IOException("The server closed the connection after: " + reply);
            }
            reply.append(reply.isEmpty() ? "" : "\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return reply.toString();
            }
        }
    }
}
