package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A message while it is being stored. Closing it before {@link #commit()} discards it without a trace. */
public abstract class Draft extends OutputStream {

    /** Makes a draft; stores do. */
    protected Draft() {}

    /**
     * Ends the writing, so that what was written can be read before it is durable; {@link #commit()} does it by itself.
     * Nothing may be written any more. Repeating changes nothing.
     *
     * @throws IOException where what was written cannot be completed
     */
    public abstract void finish() throws IOException;

    /**
     * Begins to read what was written, from its first byte on; any number of readers may, on any thread, between {@link
     * #finish()} and {@link #commit()} or {@link #close()}. Who has begun may read to the end whatever becomes of the draft.
     *
     * @throws IOException where it is not there to be read, or no longer
     */
    public abstract InputStream open() throws IOException;

    /**
     * Makes the message durable: it survives a power cut from here on.
     *
     * @return its key, size and digest
     * @throws IOException where it could not be made durable; nothing is kept then
     */
    public abstract StoredMessage commit() throws IOException;
}
