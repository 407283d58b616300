package org.postroom.testkit;

import java.io.IOException;

/** Where the broker and the database of the tests come from. */
interface PartsSource {

    /** Starts an empty broker. */
    TestBroker startBroker() throws IOException;

    /** Starts an empty database server. */
    TestDatabase startDatabase() throws IOException;
}
