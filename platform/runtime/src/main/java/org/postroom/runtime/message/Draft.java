package org.postroom.runtime.message;

import java.io.IOException;
import java.io.OutputStream;

/** A message while it is being stored. Closing it before {@link #commit()} discards it without a trace. */
public abstract class Draft extends OutputStream {

    /** Makes a draft; stores do. */
    protected Draft() {}

    /**
     * Makes the message durable: it survives a power cut from here on.
     *
     * @return its key, size and digest
     * @throws IOException where it could not be made durable; nothing is kept then
     */
    public abstract StoredMessage commit() throws IOException;
}
