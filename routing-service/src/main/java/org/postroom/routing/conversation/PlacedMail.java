package org.postroom.routing.conversation;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;

/**
 * A mail of the customer in a conversation.
 *
 * @param messageId the Message-ID that the conversation is recognised by; null where it has none of its own
 * @param author who wrote it
 * @param interactionId the interaction that it was given to first
 * @param subject what it is about; null where it says nothing
 */
public record PlacedMail(
        EmailId emailId,
        @Nullable MessageId messageId,
        EmailAddress author,
        InteractionId interactionId,
        @Nullable SubjectId subject) {}
