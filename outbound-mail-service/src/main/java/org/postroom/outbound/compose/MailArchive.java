package org.postroom.outbound.compose;

import java.io.IOException;
import java.io.InputStream;
import org.postroom.outbound.mail.RawMail;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.runtime.id.OrganisationId;

/** Where raw mails are kept: earlier ones to be quoted, composed ones to be sent. */
public interface MailArchive {

    /** Opens an earlier mail of the organisation. */
    InputStream open(OrganisationId organisationId, String key) throws IOException;

    /** Stores a mail; it is durable once this returns. */
    StoredMail store(OrganisationId organisationId, RawMail mail) throws IOException;
}
