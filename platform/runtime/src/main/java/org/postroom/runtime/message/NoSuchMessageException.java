package org.postroom.runtime.message;

import java.io.IOException;

/** There is no message with this key in this organisation. */
public final class NoSuchMessageException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Names the key that was asked for. */
    public NoSuchMessageException(String key) {
        super("expected a stored message with the key " + key + ", but there is none in this organisation");
    }
}
