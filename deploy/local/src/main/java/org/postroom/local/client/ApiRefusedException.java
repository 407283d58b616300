package org.postroom.local.client;

import java.io.IOException;

/** A service answered a request with an error. */
public final class ApiRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ApiRefusedException(String request, int status, String body) {
        super("expected " + request + " to succeed, but the answer is " + status + " " + body);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
