package org.postroom.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An organisation's own mail server that knows no encryption, no password and only one sender. */
final class PickyServer implements AutoCloseable {

    static final String WELCOME_SENDER = "care@care.globex.test";

    private final ServerSocket socket;

    private PickyServer(ServerSocket socket) {
        this.socket = socket;
    }

    static PickyServer start() throws IOException {
        var server = new PickyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 relay.globex.test ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(client, answer(line.toUpperCase(Locale.ROOT), line));
                if (line.toUpperCase(Locale.ROOT).startsWith("QUIT")) {
                    return;
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String answer(String command, String line) {
        if (command.startsWith("EHLO")) {
            return "250-relay.globex.test\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 41943040";
        }
        if (command.startsWith("AUTH")) {
            return "535 5.7.8 Authentication credentials invalid";
        }
        if (command.startsWith("MAIL FROM") && !line.contains(WELCOME_SENDER)) {
            return "550 5.7.1 This sender is not welcome here";
        }
        return command.startsWith("QUIT") ? "221 2.0.0 Bye" : "250 2.0.0 OK";
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
