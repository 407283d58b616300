package org.postroom.benchmarks.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A light SMTP client: one command, one answer, as little work of its own as possible. */
final class SmtpSession implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String QUEUED_AS = "queued as ";

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    SmtpSession(InetSocketAddress server) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(server, TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        expect("220", answer());
        expect("250", say("EHLO load.example"));
    }

    /**
     * Delivers one mail.
     *
     * @param content the message with dots doubled, ended by CR LF . CR LF
     */
    Delivery deliver(String sender, String recipient, byte[] content) throws IOException {
        expect("250", say("MAIL FROM:<" + sender + ">"));
        expect("250", say("RCPT TO:<" + recipient + ">"));
        expect("354", say("DATA"));
        out.write(content);
        long sentAt = System.nanoTime();
        String answer = answer();
        return new Delivery(Integer.parseInt(answer.substring(0, 3)), emailIds(answer), sentAt, System.nanoTime());
    }

    @Override
    public void close() throws IOException {
        out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.close();
    }

    private static List<String> emailIds(String answer) {
        int begin = answer.indexOf(QUEUED_AS);
        return begin < 0
                ? List.of()
                : List.of(answer.substring(begin + QUEUED_AS.length()).split(" "));
    }

    private String say(String command) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private String answer() throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            line.append((char) octet);
            octet = in.read();
        }
        if (octet < 0) {
            throw new IOException("expected an answer, but the server closed the connection");
        }
        return line.toString().strip();
    }

    private static void expect(String code, String answer) throws IOException {
        if (!answer.startsWith(code)) {
            throw new IOException("expected " + code + ", but the server said: " + answer);
        }
    }
}
