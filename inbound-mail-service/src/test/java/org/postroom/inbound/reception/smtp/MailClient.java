package org.postroom.inbound.reception.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Delivers mail as a sender's server would, and keeps the last answer. */
final class MailClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private final String greeting;

    MailClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        out = socket.getOutputStream();
        greeting = answer();
    }

    /** What the server greets a new client with. */
    static String greeting(int port) throws IOException {
        try (var client = new MailClient(port)) {
            return client.greeting;
        }
    }

    /** Delivers one mail in a connection of its own; returns the answer that decided. */
    static String deliver(int port, List<String> recipients, String message) throws IOException {
        try (var client = new MailClient(port)) {
            client.say("EHLO client.example");
            return client.deliver(recipients, message);
        }
    }

    String deliver(List<String> recipients, String message) throws IOException {
        say("MAIL FROM:<ann@example.org>");
        for (String recipient : recipients) {
            String answer = say("RCPT TO:<" + recipient + ">");
            if (!answer.startsWith("250")) {
                return answer;
            }
        }
        String ready = say("DATA");
        return ready.startsWith("354") ? say(message + "\r\n.") : ready;
    }

    /** Sends one line, or several, and returns the last line of the answer. */
    String say(String line) throws IOException {
        send(line + "\r\n");
        return answer();
    }

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Sends what has letters beyond English ones, as SMTPUTF8 has it (RFC 6531). */
    void sendUtf8(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The last line of the next answer; what the server closed is answered with nothing. */
    String answer() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
