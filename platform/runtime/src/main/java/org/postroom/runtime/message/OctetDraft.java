package org.postroom.runtime.message;

import java.io.IOException;
import java.io.OutputStream;

/** The octets of a message while they are being stored. Closing it before {@link #commit()} discards them without a trace. */
abstract class OctetDraft extends OutputStream {

    /** Names them among all that is ever stored; known from the beginning. What is kept under their key has this name. */
    abstract String name();

    /**
     * Makes them durable: they survive a power cut from here on.
     *
     * @return the key that they are opened by: their name, and perhaps where they lie
     */
    abstract String commit() throws IOException;
}
