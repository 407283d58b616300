package org.postroom.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;

/** A registry in memory that speaks as much of Confluent's REST API as the client uses, and remembers what was asked. */
public final class RegistryStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    private final Map<String, String> compatibility = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger failuresToGive = new AtomicInteger();
    private volatile String compatibilityOfAll = "BACKWARD";
    private volatile Optional<String> requiredAuthorization = Optional.empty();

    private record Answer(int status, JsonNode body) {}

    private RegistryStub(HttpServer server) {
        this.server = server;
    }

    /** Starts a registry on a free port of the loopback address. */
    public static RegistryStub start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RegistryStub stub = new RegistryStub(server);
            server.createContext("/", stub::handle);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start the registry stub", e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<String> requests() {
        return requests;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    public Map<String, String> compatibility() {
        return compatibility;
    }

    public void failNext(int requestCount) {
        failuresToGive.set(requestCount);
    }

    public void requireAuthorization(String value) {
        requiredAuthorization = Optional.of(value);
    }

    public void demandOfAll(String level) {
        compatibilityOfAll = level;
    }

    /** Registers without asking through HTTP. */
    public synchronized int register(String subject, Schema schema) {
        int id = idOf(schema.toString());
        List<Integer> versions = subjects.computeIfAbsent(subject, _ -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private int idOf(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            authorizations.add(authorization);
        }
        Answer answer = answer(exchange, body, authorization);
        byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer answer(HttpExchange exchange, String body, String authorization) throws IOException {
        if (failuresToGive.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new Answer(503, JsonNodeFactory.instance.objectNode());
        }
        if (requiredAuthorization.isPresent() && !requiredAuthorization.get().equals(authorization)) {
            return error(401, 401, "Unauthorized");
        }
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/");
        for (int i = 0; i < path.length; i++) {
            path[i] = URLDecoder.decode(path[i], StandardCharsets.UTF_8);
        }
        boolean get = exchange.getRequestMethod().equals("GET");
        return switch (path[0]) {
            case "schemas" -> byId(Integer.parseInt(path[2]));
            case "config" ->
                get
                        ? ok(JsonNodeFactory.instance.objectNode().put("compatibilityLevel", compatibilityOfAll))
                        : config(path[1], body);
            case "compatibility" ->
                compatible(path[2], JSON.readTree(body).path("schema").asText());
            default ->
                get
                        ? read(path)
                        : write(path, JSON.readTree(body).path("schema").asText());
        };
    }

    private Answer byId(int id) {
        if (id < 1 || id > schemas.size()) {
            return error(404, 40403, "Schema " + id + " not found");
        }
        return ok(JsonNodeFactory.instance.objectNode().put("schema", schemas.get(id - 1)));
    }

    private Answer config(String subject, String body) throws IOException {
        compatibility.put(subject, JSON.readTree(body).path("compatibility").asText());
        return ok(JSON.readTree(body));
    }

    private Answer compatible(String subject, String schema) {
        boolean same = subjects.getOrDefault(subject, List.of()).stream()
                .allMatch(id -> schemas.get(id - 1).equals(schema));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("is_compatible", same);
        if (!same) {
            answer.putArray("messages").add("a field without a default");
        }
        return ok(answer);
    }

    private Answer read(String[] path) {
        if (path.length == 1) {
            ArrayNode names = JsonNodeFactory.instance.arrayNode();
            subjects.keySet().forEach(names::add);
            return ok(names);
        }
        List<Integer> ids = subjects.get(path[1]);
        if (ids == null) {
            return error(404, 40401, "Subject '" + path[1] + "' not found.");
        }
        if (path.length == 3) {
            ArrayNode versions = JsonNodeFactory.instance.arrayNode();
            for (int version = 1; version <= ids.size(); version++) {
                versions.add(version);
            }
            return ok(versions);
        }
        int version = path[3].equals("latest") ? ids.size() : Integer.parseInt(path[3]);
        return version > ids.size()
                ? error(404, 40402, "Version " + version + " not found.")
                : ok(registered(path[1], version));
    }

    private Answer write(String[] path, String schema) {
        if (path.length == 3) {
            return ok(JsonNodeFactory.instance
                    .objectNode()
                    .put("id", register(path[1], new Schema.Parser().parse(schema))));
        }
        List<Integer> ids = subjects.getOrDefault(path[1], List.of());
        int version = ids.indexOf(schemas.indexOf(schema) + 1) + 1;
        return version == 0 ? error(404, 40403, "Schema not found") : ok(registered(path[1], version));
    }

    private ObjectNode registered(String subject, int version) {
        int id = subjects.get(subject).get(version - 1);
        return JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("id", id)
                .put("version", version)
                .put("schema", schemas.get(id - 1));
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    private static Answer error(int status, int code, String message) {
        return new Answer(
                status,
                JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message));
    }
}
