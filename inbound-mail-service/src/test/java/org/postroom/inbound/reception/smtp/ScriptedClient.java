package org.postroom.inbound.reception.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that does as it is told, and waits for nothing. */
final class ScriptedClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    ScriptedClient(int port) throws IOException {
        this(InetAddress.getLoopbackAddress(), port);
    }

    ScriptedClient(InetAddress server, int port) throws IOException {
        socket = new Socket(server, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Says first, as a load balancer does, for whom it connects. */
    void comeFrom(String address) throws IOException {
        String family = address.indexOf(':') < 0 ? "TCP4" : "TCP6";
        String own = address.indexOf(':') < 0 ? "198.51.100.1" : "2001:db8::1";
        send("PROXY %s %s %s 40000 25\r\n".formatted(family, address, own));
    }

    /** From the greeting to a recipient that is taken. */
    void beginMail() throws IOException {
        line();
        say("EHLO client.example");
        say("MAIL FROM:<ann@example.org>");
        say("RCPT TO:<help@support.acme.test>");
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /** Sends a line and returns the last line of the answer. */
    String say(String line) throws IOException {
        send(line + "\r\n");
        String answer = line();
        while (answer.length() > 3 && answer.charAt(3) == '-') {
            answer = line();
        }
        return answer;
    }

    boolean hasAnswer() throws IOException {
        return in.ready();
    }

    /** The next line; empty where the server has closed the connection. */
    String line() throws IOException {
        String line = in.readLine();
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
