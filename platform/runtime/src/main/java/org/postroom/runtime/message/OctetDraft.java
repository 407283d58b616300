package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The octets of a message while they are being stored. Closing it before {@link #commit()} discards them without a trace. */
abstract class OctetDraft extends OutputStream {

    /** Names them among all that is ever stored; known from the beginning. What is kept under their key has this name. */
    abstract String name();

    /** Gives all that was written so far to whoever opens them; repeating does it for what came since. */
    abstract void drain() throws IOException;

    /** Begins to read what {@link #drain()} has given. */
    abstract InputStream open() throws IOException;

    /**
     * Makes them durable: they survive a power cut from here on.
     *
     * @return the key that they are opened by: their name, and perhaps where they lie
     */
    abstract String commit() throws IOException;
}
