package org.postroom.testkit;

import java.io.IOException;

/** Where the broker, the registry and the database of the tests come from. */
interface PartsSource {

    /** Starts an empty broker. */
    TestBroker startBroker() throws IOException;

    /** Starts an empty registry, which may keep its content in the broker. */
    TestRegistry startRegistry(TestBroker broker) throws IOException, InterruptedException;

    /** Starts an empty database server. */
    TestDatabase startDatabase() throws IOException;
}
