package org.postroom.outbound.delivery.smtp;

import java.io.IOException;

/** A connection was not opened because its other end is where nobody else may send us. */
final class OffLimitsException extends IOException {

    private static final long serialVersionUID = 1L;

    OffLimitsException() {
        super("expected an address on the public network");
    }
}
