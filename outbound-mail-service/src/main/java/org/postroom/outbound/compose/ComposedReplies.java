package org.postroom.outbound.compose;

import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** Remembers which replies were composed, so that a repeated request composes none twice. */
public interface ComposedReplies {

    /** Notes in the present transaction that the reply is being composed; false where it was composed before. */
    boolean claim(OrganisationId organisationId, ReplyId replyId);
}
