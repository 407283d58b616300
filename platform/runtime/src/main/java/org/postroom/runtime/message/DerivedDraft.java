package org.postroom.runtime.message;

import java.io.IOException;
import java.io.OutputStream;

/** Something derived while it is being kept. Closing it before {@link #keep()} discards it without a trace. */
public abstract class DerivedDraft extends OutputStream {

    /** Makes a draft; stores do. */
    protected DerivedDraft() {}

    /**
     * Ends the writing, and keeps it under its name from here on, whole or not at all.
     *
     * @throws IOException where it could not be kept; nothing is there then
     */
    public abstract void keep() throws IOException;
}
