package org.postroom.testkit;

/** A real schema registry for tests, wherever it runs. */
interface TestRegistry extends AutoCloseable {

    /** Its address, as clients configure it. */
    String url();

    @Override
    void close();
}
