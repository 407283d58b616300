package org.postroom.local.stack;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.postroom.schemas.catalogue.TopicProvisioner;
import org.postroom.schemas.catalogue.TopicSettings;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.registry.SchemaRegistration;

/** The deployment jobs that must have run before the services start: topics, then schemas. */
final class Provisioning {

    /** Few, as every partition costs the broker and routing something, and one machine has few organisations. */
    private static final int PARTITIONS = 4;

    private Provisioning() {}

    static void makeTopics(Ports ports) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", ports.address(Port.BROKER)))) {
            new TopicProvisioner(admin, new TopicSettings(PARTITIONS, (short) 1, Map.of())).provision();
        }
    }

    static void registerSchemas(Ports ports) {
        var settings = RegistrySettings.from(Map.of("schema.registry.url", "http://" + ports.address(Port.REGISTRY)));
        new SchemaRegistration(new RegistryClient(settings)).registerAll();
    }
}
