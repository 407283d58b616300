package org.postroom.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Broker and database from their official images, and a registry that others wrote, for machines with a container engine:
 * {@code -Pcontainers}.
 */
final class PartsInContainers implements PartsSource {

    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");
    private static final DockerImageName POSTGRESQL = DockerImageName.parse("postgres:17");

    private static final DockerImageName REGISTRY = DockerImageName.parse("apicurio/apicurio-registry:3.3.2");
    private static final int REGISTRY_PORT = 8080;
    private static final String CONFLUENTS_API = "/apis/ccompat/v7";

    @Override
    public TestBroker startBroker() {
        var container = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        container.start();
        return new TestBroker() {
            @Override
            public String bootstrapServers() {
                return container.getBootstrapServers();
            }

            @Override
            public void close() {
                container.stop();
            }
        };
    }

    /** Apicurio Registry, which keeps its content in memory and speaks Confluent's API beside its own. */
    @Override
    public TestRegistry startRegistry(TestBroker broker) {
        var container = new GenericContainer<>(REGISTRY)
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp(CONFLUENTS_API + "/subjects").forPort(REGISTRY_PORT));
        container.start();
        return new TestRegistry() {
            @Override
            public String url() {
                return "http://" + container.getHost() + ":" + container.getMappedPort(REGISTRY_PORT) + CONFLUENTS_API;
            }

            @Override
            public void close() {
                container.stop();
            }
        };
    }

    @Override
    public TestDatabase startDatabase() {
        var container = new PostgreSQLContainer(POSTGRESQL).withUsername("postgres");
        container.start();
        return new ContainerDatabase(container);
    }

    private record ContainerDatabase(PostgreSQLContainer container, Set<String> created) implements TestDatabase {

        ContainerDatabase(PostgreSQLContainer container) {
            this(container, new HashSet<>());
        }

        @Override
        public synchronized String database(String name) throws SQLException {
            if (created.add(name)) {
                try (var connection = DriverManager.getConnection(
                                container.getJdbcUrl(), container.getUsername(), container.getPassword());
                        var statement = connection.createStatement()) {
                    statement.execute("create database \"" + name.replace("\"", "") + "\"");
                }
            }
            return container.getJdbcUrl().replace("/" + container.getDatabaseName(), "/" + name);
        }

        @Override
        public String password() {
            return container.getPassword();
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
