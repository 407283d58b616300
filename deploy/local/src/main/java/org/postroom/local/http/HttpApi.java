package org.postroom.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.postroom.local.host.Loopback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** An HTTP server with a few routes on the loopback address. */
public final class HttpApi implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpApi.class);

    private final List<Route> routes;
    private final String contentType;
    private final BiFunction<Integer, String, Object> errorBody;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpApi(Builder builder, int port) throws IOException {
        this.routes = List.copyOf(builder.routes);
        this.contentType = builder.contentType;
        this.errorBody = builder.errorBody;
        this.server = HttpServer.create(Loopback.at(port), 64);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Starts to describe a server that answers {@code application/json} and errors as {@code {status, detail}}. */
    public static Builder routes() {
        return new Builder();
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            var type = answer.contentType().isEmpty() ? contentType : answer.contentType();
            var withoutBody =
                    answer.status() == 204 || exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(answer.status(), withoutBody ? -1 : Math.max(answer.body().length, 1));
            if (!withoutBody) {
                exchange.getResponseBody().write(answer.body().length == 0 ? new byte[] {'\n'} : answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        try {
            return dispatch(exchange, body);
        } catch (IllegalArgumentException | JacksonException e) {
            return error(400, messageOf(e));
        } catch (Exception e) {
            log.atError()
                    .addKeyValue("path", exchange.getRequestURI().getRawPath())
                    .setCause(e)
                    .log("The request could not be answered");
            return error(500, messageOf(e));
        }
    }

    private Answer dispatch(HttpExchange exchange, byte[] body) throws Exception {
        var method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        var uri = exchange.getRequestURI();
        var path = Route.segments(uri.getRawPath());
        boolean known = false;
        for (var route : routes) {
            var variables = route.match(path);
            if (variables.isPresent() && route.method().equals(method)) {
                return route.handler().answer(new Call(variables.get(), query(uri.getRawQuery()), body));
            }
            known |= variables.isPresent();
        }
        return known
                ? error(405, method + " is not possible on " + uri.getPath())
                : error(404, "There is nothing at " + uri.getPath());
    }

    private Answer error(int status, String message) {
        return Answer.json(status, errorBody.apply(status, message));
    }

    private static String messageOf(Exception e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static Map<String, String> query(@Nullable String raw) {
        var values = new HashMap<String, String>();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(Route.decode(name), equals < 0 ? "true" : Route.decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    /** Collects the routes of a server. */
    public static final class Builder {

        private final List<Route> routes = new ArrayList<>();
        private String contentType = "application/json";
        private BiFunction<Integer, String, Object> errorBody =
                (status, message) -> Map.of("status", status, "detail", message);

        private Builder() {}

        /** Sets the media type of JSON answers. */
        public Builder contentType(String type) {
            contentType = type;
            return this;
        }

        /** Sets how an error, given by its status and message, looks as JSON. */
        public Builder errorBody(BiFunction<Integer, String, Object> body) {
            errorBody = body;
            return this;
        }

        /** Adds a route; of several that match, the first one answers. */
        public Builder on(String method, String path, Handler handler) {
            routes.add(Route.of(method, path, handler));
            return this;
        }

        /**
         * Starts the server.
         *
         * @param port the port, or 0 for a free one
         * @throws IOException when the port cannot be listened on
         */
        public HttpApi start(int port) throws IOException {
            return new HttpApi(this, port);
        }
    }
}
