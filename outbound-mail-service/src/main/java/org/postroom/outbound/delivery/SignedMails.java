package org.postroom.outbound.delivery;

import java.io.IOException;
import org.postroom.outbound.mail.RawMail;

/** Where mails are kept on their way out. */
public interface SignedMails {

    /** Reads a mail. */
    RawMail read(String organisationId, String key) throws IOException;

    /**
     * Stores a signed mail; it is durable once this returns.
     *
     * @return its key
     */
    String store(String organisationId, RawMail mail) throws IOException;
}
