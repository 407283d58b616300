package org.postroom.verification.record.dns;

import java.io.IOException;

/** An answer was too large for UDP, and the server does not answer over TCP, as it must (RFC 7766, section 5). */
final class TruncatedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    TruncatedAnswerException(IOException cause) {
        super("expected the whole answer over TCP, but got none", cause);
    }
}
