package org.postroom.runtime.message;

import java.io.IOException;
import java.util.Optional;

/**
 * A place for small things under names, shared by all replicas of all services that use a message store. It holds keys that
 * are encrypted themselves.
 */
interface WrappedKeys {

    /** Returns what is kept under a name; at once what others have added or erased. */
    Optional<byte[]> find(String name) throws IOException;

    /**
     * Tells what is kept under a name from what was kept there before, without reading it; at once what others have added or
     * erased. Two that are equal are of the same content.
     */
    Optional<Object> edition(String name) throws IOException;

    /**
     * Keeps content under a name unless something is there: of any number of concurrent callers the first one wins.
     *
     * @return what is kept under that name now, for all of them; it survives a power cut from here on
     */
    byte[] addIfAbsent(String name, byte[] content) throws IOException;

    /** Overwrites what is kept under a name with zeros, for good. The name stays, so that nothing is added under it again. */
    void erase(String name) throws IOException;
}
