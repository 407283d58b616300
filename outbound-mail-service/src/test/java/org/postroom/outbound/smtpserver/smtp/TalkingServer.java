package org.postroom.outbound.smtpserver.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A small SMTP server with STARTTLS or TLS and sign-in (ada, secret), which writes down what it hears. */
final class TalkingServer implements AutoCloseable {

    private final ServerSocket listener;
    private final SSLContext certificates;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean tlsAtOnce;
    private volatile boolean refusesSender;

    private TalkingServer(ServerSocket listener, SSLContext certificates) {
        this.listener = listener;
        this.certificates = certificates;
    }

    static TalkingServer start(SSLContext certificates) throws IOException {
        var server = new TalkingServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), certificates);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    TalkingServer tlsFromTheFirstOctet() {
        tlsAtOnce = true;
        return this;
    }

    TalkingServer refusingSender() {
        refusesSender = true;
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                talk(tlsAtOnce ? encrypted(socket) : socket);
            } catch (IOException ended) {
                heard.add("ended: " + ended.getMessage());
            }
        }
    }

    private void talk(Socket plain) throws IOException {
        Socket socket = plain;
        BufferedReader in = reader(socket);
        say(socket, "220 mail.acme.test ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("STARTTLS") && certificates != null) {
                say(socket, "220 go on");
                socket = encrypted(socket);
                in = reader(socket);
            } else {
                say(socket, answer(line));
            }
        }
    }

    private String answer(String line) {
        if (line.startsWith("EHLO")) {
            return "250-mail.acme.test\r\n"
                    + (certificates == null || tlsAtOnce ? "" : "250-STARTTLS\r\n")
                    + "250 AUTH PLAIN XOAUTH2";
        }
        if (line.startsWith("AUTH PLAIN ")) {
            return decoded(line, "AUTH PLAIN ").equals("\0ada\0secret") ? "235 welcome" : "535 5.7.8 who are you";
        }
        if (line.startsWith("AUTH XOAUTH2 ")) {
            return decoded(line, "AUTH XOAUTH2 ").equals("user=ada\u0001auth=Bearer token\u0001\u0001")
                    ? "235 welcome"
                    : "535 5.7.8 who are you";
        }
        if (line.startsWith("MAIL FROM:")) {
            return refusesSender ? "553 5.7.1 not your address" : "250 ok";
        }
        return switch (line) {
            case "RSET" -> "250 ok";
            case "QUIT" -> "221 bye";
            default -> "502 5.5.1 what?";
        };
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) certificates.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private static String decoded(String line, String prefix) {
        return new String(Base64.getDecoder().decode(line.substring(prefix.length())), StandardCharsets.UTF_8);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void say(Socket socket, String answer) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
