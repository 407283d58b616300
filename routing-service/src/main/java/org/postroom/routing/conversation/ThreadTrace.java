package org.postroom.routing.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;

/**
 * What a mail says of the conversation that it belongs to.
 *
 * @param author who wrote it, as far as it says
 * @param token the conversation that a token of ours in it names, found genuine; null where there is none
 * @param references the identifiers of the mails before it, oldest first
 * @param inReplyTo the identifiers of what it answers
 * @param subject what it is about; null where it has no subject
 */
public record ThreadTrace(
        EmailAddress author,
        @Nullable ConversationId token,
        List<MessageId> references,
        List<MessageId> inReplyTo,
        @Nullable SubjectId subject) {}
