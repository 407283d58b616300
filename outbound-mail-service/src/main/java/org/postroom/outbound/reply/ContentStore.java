package org.postroom.outbound.reply;

import org.postroom.outbound.mail.StoredMail;
import org.postroom.runtime.id.OrganisationId;

/** Keeps what agents wrote, off the log. */
public interface ContentStore {

    /** Stores the content; it is durable once this returns. */
    StoredMail store(OrganisationId organisationId, ReplyContent content);

    /** Reads what {@link #store} stored for the same organisation. */
    ReplyContent read(OrganisationId organisationId, String key);
}
