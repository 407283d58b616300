package org.postroom.benchmarks.log;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.registry.http.SchemaRegistry;
import org.postroom.schemas.catalogue.TopicProvisioner;
import org.postroom.schemas.catalogue.TopicSettings;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.registry.SchemaRegistration;

/** A broker and a registry of a measurement's own, with all topics and schemas, in a new folder. */
public final class OwnLog implements AutoCloseable {

    private final LocalBroker broker;
    private final SchemaRegistry registry;

    private OwnLog(LocalBroker broker, SchemaRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both, and returns once everything is made.
     *
     * @param partitions how many each topic has
     */
    @SuppressWarnings("resource") // whoever starts it closes it
    public static OwnLog start(Path folder, int partitions) throws Exception {
        var broker = LocalBroker.start(folder, 0);
        var log = new OwnLog(broker, SchemaRegistry.start(broker.bootstrapServers(), 0));
        try (var admin = Admin.create(log.clients())) {
            new TopicProvisioner(admin, new TopicSettings(partitions, (short) 1, Map.of())).provision();
        }
        new SchemaRegistration(new RegistryClient(RegistrySettings.of(log.registryUrl()))).registerAll();
        return log;
    }

    /** Where the broker is reached. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where the registry is reached. */
    public String registryUrl() {
        return registry.url();
    }

    /** The settings of clients that write and read as services do; the map is the caller's to add to. */
    public Map<String, Object> clients() {
        Map<String, Object> clients = new HashMap<>();
        clients.put("bootstrap.servers", bootstrapServers());
        clients.put("schema.registry.url", registryUrl());
        clients.put("auto.register.schemas", false);
        clients.put("specific.avro.reader", true);
        clients.put("compression.type", "lz4");
        clients.put("isolation.level", "read_committed");
        clients.put("auto.offset.reset", "earliest");
        clients.put("enable.auto.commit", false);
        return clients;
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
