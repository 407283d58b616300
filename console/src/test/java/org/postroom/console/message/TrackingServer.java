package org.postroom.console.message;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A stranger's web server, which remembers all that it is told. */
public final class TrackingServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What it was asked. */
    public record Request(String path, Map<String, String> headers) {}

    /** What it says. */
    @SuppressWarnings("ArrayRecordComponent") // What it answers is never compared, and never changed.
    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    private TrackingServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one on an address of this machine. */
    public static TrackingServer on(String address) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        var tracking = new TrackingServer(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", tracking::answer);
        server.start();
        return tracking;
    }

    /** The smallest picture that there is. */
    public static byte[] gif() {
        return "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\1\0;".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Answers a path with a body. */
    public void answers(String path, String mediaType, byte[] body) {
        answers.put(path, new Answer(200, Map.of("Content-Type", mediaType, "Set-Cookie", "id=7"), body));
    }

    /** Answers a path with a redirection. */
    public void redirects(String path, String to) {
        answers.put(path, new Answer(302, Map.of("Location", to, "Set-Cookie", "id=7"), new byte[0]));
    }

    /** All that it was asked, in its order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Where it is. */
    public String url(String path) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            String path = exchange.getRequestURI().toString();
            requests.add(new Request(path, headers));
            Answer answer = answers.getOrDefault(path, new Answer(404, Map.of(), new byte[0]));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
