package org.postroom.outbound.delivery.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.postroom.outbound.delivery.MailServer;

/** A server that plays one dialogue, {@code S:} lines said and {@code C:} lines expected, and then hangs up. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final CompletableFuture<Optional<String>> deviation;
    private volatile boolean visited;

    private ScriptedServer(ServerSocket socket, List<String> script) {
        this.socket = socket;
        this.deviation = CompletableFuture.supplyAsync(() -> play(script));
    }

    static ScriptedServer running(String script) throws IOException {
        return new ScriptedServer(
                new ServerSocket(0, 1, InetAddress.getLoopbackAddress()),
                script.lines().toList());
    }

    MailServer address() {
        return new MailServer("mx.customer.test", "127.0.0.1", socket.getLocalPort());
    }

    /** True where a client has come. */
    boolean visited() {
        return visited;
    }

    /** The first line of the client that the script did not expect, once the dialogue is over; empty where there was none. */
    Optional<String> deviation() throws Exception {
        return deviation.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Socket accept() throws IOException {
        Socket client = socket.accept();
        visited = true;
        return client;
    }

    private Optional<String> play(List<String> script) {
        try (Socket client = accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line : script) {
                String content = line.length() > 3 ? line.substring(3) : "";
                if (line.startsWith("S:")) {
                    client.getOutputStream().write((content + "\r\n").getBytes(StandardCharsets.US_ASCII));
                } else {
                    String said = String.valueOf(in.readLine());
                    if (!said.equals(content)) {
                        return Optional.of(said);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.of(broken.toString());
        }
    }
}
