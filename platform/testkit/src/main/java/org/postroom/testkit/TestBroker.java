package org.postroom.testkit;

/** A real Kafka broker for tests, wherever it runs. */
public interface TestBroker extends AutoCloseable {

    /** Where clients connect, as host:port. */
    String bootstrapServers();

    @Override
    void close();
}
