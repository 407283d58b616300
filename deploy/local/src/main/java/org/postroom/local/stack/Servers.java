package org.postroom.local.stack;

import java.net.URI;
import java.util.Optional;

/**
 * Servers that exist already and take the place of parts of the stack.
 *
 * @param kafka the brokers, as Kafka's clients take them in {@code bootstrap.servers}
 * @param registry the address of a Confluent-compatible schema registry
 * @param database the PostgreSQL server
 */
public record Servers(Optional<String> kafka, Optional<String> registry, Optional<DatabaseServer> database) {

    /** The stack brings everything along. */
    public static final Servers NONE = new Servers(Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses addresses that cannot be meant. */
    public Servers {
        kafka.ifPresent(brokers ->
                require("--kafka", "host:port[,host:port…]", brokers, "[^\\s,:/]+:\\d{1,5}(,[^\\s,:/]+:\\d{1,5})*"));
        registry.ifPresent(
                address -> require("--registry", "http(s)://host[:port][/path]", address, "https?://[^\\s/]+(/\\S*)?"));
    }

    private static void require(String option, String form, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException("Expected " + option + " " + form + ", but got " + value);
        }
    }

    /** Tells whether a part of the stack is replaced by one of these. */
    boolean replace(String part) {
        return switch (part) {
            case Layout.BROKER -> kafka.isPresent();
            case Layout.REGISTRY -> registry.isPresent();
            case Layout.DATABASE -> database.isPresent();
            default -> false;
        };
    }

    /** Returns what Kafka's clients take in {@code bootstrap.servers}. */
    public String bootstrapServers(Ports ports) {
        return kafka.orElseGet(() -> ports.address(Port.BROKER));
    }

    /** Returns the registry's address. */
    public URI registry(Ports ports) {
        return URI.create(registry.orElseGet(() -> "http://" + ports.address(Port.REGISTRY)));
    }

    /** Returns the database server. */
    public DatabaseServer database(Ports ports) {
        return database.orElseGet(() -> DatabaseServer.ofTheStack(ports.of(Port.DATABASE)));
    }
}
