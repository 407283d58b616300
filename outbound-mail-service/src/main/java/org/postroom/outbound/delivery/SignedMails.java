package org.postroom.outbound.delivery;

import java.io.IOException;
import org.postroom.outbound.mail.RawMail;
import org.postroom.runtime.id.OrganisationId;

/** Where mails are kept on their way out. */
public interface SignedMails {

    /** Reads a mail. */
    RawMail read(OrganisationId organisationId, String key) throws IOException;

    /**
     * Stores a signed mail; it is durable once this returns.
     *
     * @return its key
     */
    String store(OrganisationId organisationId, RawMail mail) throws IOException;
}
