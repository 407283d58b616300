package org.postroom.outbound.reply;

import org.postroom.outbound.mail.StoredMail;

/** Keeps what agents wrote, off the log. */
public interface ContentStore {

    /** Stores the content; it is durable once this returns. */
    StoredMail store(String organisationId, ReplyContent content);

    /** Reads what {@link #store} stored for the same organisation. */
    ReplyContent read(String organisationId, String key);
}
