package org.postroom.routing.decision;

import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;

/** A mail's id and the ids of what would begin with it. */
record MailIds(EmailId emailId, ConversationId conversationId, InteractionId interactionId) {

    static MailIds of(EmailId emailId) {
        return new MailIds(emailId, DerivedIds.conversationOf(emailId), DerivedIds.interactionOf(emailId));
    }
}
