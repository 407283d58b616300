package org.postroom.local.client;

import java.io.IOException;
import java.net.URI;

/** A service could not be reached, or did not answer in time. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final URI address;

    NoAnswerException(URI address, IOException cause) {
        super("expected an answer from " + address + ", but there is none: " + cause, cause);
        this.address = address;
    }

    /** The address that was asked. */
    public URI address() {
        return address;
    }
}
