package org.postroom.local.stack;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.postroom.local.database.LocalDatabase;
import org.postroom.schemas.catalogue.TopicProvisioner;
import org.postroom.schemas.catalogue.TopicSettings;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.registry.SchemaRegistration;

/** The deployment jobs that must have run before the services start: topics, schemas, and empty databases. */
final class Provisioning {

    /** Few, as every partition costs the broker and routing something, and one machine has few organisations. */
    private static final int PARTITIONS = 4;

    /** As many replicas as the brokers make by default: one here. */
    private static final short REPLICAS = -1;

    private final StackOptions options;

    Provisioning(StackOptions options) {
        this.options = options;
    }

    void makeTopics() {
        var brokers = options.servers().bootstrapServers(options.ports());
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            new TopicProvisioner(admin, new TopicSettings(PARTITIONS, REPLICAS, Map.of())).provision();
        }
    }

    void registerSchemas() {
        var address = options.servers().registry(options.ports()).toString();
        new SchemaRegistration(new RegistryClient(RegistrySettings.from(Map.of("schema.registry.url", address))))
                .registerAll();
    }

    void makeDatabases(List<String> names) {
        var server = options.servers().database(options.ports());
        for (var name : names) {
            try {
                LocalDatabase.create(
                        server.jdbcUrl(DatabaseServer.MAINTENANCE), server.user(), server.password(), name);
            } catch (SQLException e) {
                throw new StackException(
                        "The database " + name + " could not be made on " + server + ": " + e.getMessage()
                                + ". Check the address, and that the user may create databases.",
                        e);
            }
        }
    }
}
