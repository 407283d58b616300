package org.postroom.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands in for the services' REST APIs, which are not part of this module: answers as told, and keeps what it was asked. */
public final class Services {

    private static final Services INSTANCE = new Services();

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();

    private Services() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException("expected the services' stand-in to start, but it failed", failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The one stand-in of the test JVM. */
    public static Services running() {
        return INSTANCE;
    }

    /** Its address. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on a request is answered like this; a path with a query goes before the same path without. */
    public void answer(String method, String path, int status, String json) {
        replies.put(method + " " + path, new Reply(status, json));
    }

    /** The requests for a path so far. */
    public List<Request> asked(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                exchange.getRequestMethod(),
                path,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String asked = exchange.getRequestMethod() + " " + path;
        Reply reply = replies.getOrDefault(
                asked + "?" + exchange.getRequestURI().getRawQuery(),
                replies.getOrDefault(asked, new Reply(404, "{\"status\":404,\"detail\":\"none\"}")));
        byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** What a service was asked. */
    public record Request(String method, String path, String authorization, String body) {}

    private record Reply(int status, String json) {}
}
