package org.postroom.local.registry.http;

import java.io.IOException;
import org.postroom.local.host.Arguments;
import org.postroom.local.host.Loopback;
import org.postroom.local.host.ServerProcess;
import org.postroom.local.http.HttpApi;
import org.postroom.local.registry.Registry;
import org.postroom.local.registry.kafka.SchemasTopic;

/**
 * A schema registry that speaks the part of Confluent's REST API that clients use, for Avro, on the loopback address. It
 * keeps its content in a compacted topic as Confluent's does, checks FULL_TRANSITIVE compatibility unless told otherwise,
 * and must be the only one at its broker.
 */
public final class SchemaRegistry implements AutoCloseable {

    private final SchemasTopic topic;
    private final HttpApi api;

    private SchemaRegistry(SchemasTopic topic, HttpApi api) {
        this.topic = topic;
        this.api = api;
    }

    /**
     * Starts a registry and returns once it serves clients.
     *
     * @param bootstrapServers the broker that keeps its content
     * @param port the port, or 0 for a free one
     * @throws IOException when the port is in use, or the broker does not answer within a minute
     */
    public static SchemaRegistry start(String bootstrapServers, int port) throws IOException, InterruptedException {
        var topic = SchemasTopic.open(bootstrapServers);
        var registry = new Registry(topic);
        var routes = HttpApi.routes()
                .contentType("application/vnd.schemaregistry.v1+json")
                .errorBody(Problem::body);
        new SubjectRoutes(registry).addTo(routes);
        new SchemaRoutes(registry).addTo(routes);
        new LevelRoutes(registry).addTo(routes);
        return new SchemaRegistry(topic, routes.start(port));
    }

    /** Returns the port. */
    public int port() {
        return api.port();
    }

    /** Returns what clients take as {@code schema.registry.url}. */
    public String url() {
        return "http://" + Loopback.HOST + ":" + port();
    }

    @Override
    public void close() {
        api.close();
        topic.close();
    }

    /** Runs a registry as a process: {@code --port number --bootstrap-servers host:port}. */
    public static void main(String[] args) throws Exception {
        var arguments = Arguments.parse(args);
        ServerProcess.runUntilTerminated(start(arguments.text("bootstrap-servers"), arguments.port("port")));
    }
}
