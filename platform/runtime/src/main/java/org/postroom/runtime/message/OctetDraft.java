package org.postroom.runtime.message;

import java.io.IOException;
import java.io.OutputStream;

/** The octets of a message while they are being stored. Closing it before {@link #commit()} discards them without a trace. */
abstract class OctetDraft extends OutputStream {

    /** Returns the key that they will have. */
    abstract String key();

    /** Makes them durable: they survive a power cut from here on. */
    abstract void commit() throws IOException;
}
