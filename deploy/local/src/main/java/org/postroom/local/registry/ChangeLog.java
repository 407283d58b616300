package org.postroom.local.registry;

import java.io.IOException;
import java.util.function.Consumer;

/** Where the registry's changes are kept. */
public interface ChangeLog {

    /** Hands over every change so far, oldest first. */
    void replay(Consumer<Change> reader);

    /**
     * Keeps a change; when this returns, it is durable.
     *
     * @throws IOException when it could not be kept
     */
    void append(Change change) throws IOException;
}
