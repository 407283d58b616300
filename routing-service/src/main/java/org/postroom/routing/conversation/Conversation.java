package org.postroom.routing.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;

/**
 * What a customer and the organisation wrote to each other about one matter.
 *
 * @param participants the addresses on the customer's side seen so far
 * @param messageIds the Message-IDs of its mails in both directions, oldest first, at most the newest
 *     {@value #MESSAGE_IDS_KEPT}
 * @param openInteraction the interaction that a further mail joins; null where there is none
 * @param lastActivity when a mail was last added, or its interaction closed
 */
public record Conversation(
        ConversationId conversationId,
        Set<EmailAddress> participants,
        List<MessageId> messageIds,
        @Nullable InteractionId openInteraction,
        Instant lastActivity) {

    /** How many Message-IDs a conversation is recognised by. */
    public static final int MESSAGE_IDS_KEPT = 200;

    /** Copies the collections. */
    public Conversation {
        participants = Set.copyOf(participants);
        messageIds = List.copyOf(messageIds);
    }

    /** A conversation nobody has written in yet. */
    public static Conversation begin(ConversationId conversationId, Instant now) {
        return new Conversation(conversationId, Set.of(), List.of(), null, now);
    }

    /** Adds a mail and the people it brings in. */
    public Conversation withMail(@Nullable MessageId messageId, Collection<EmailAddress> people, Instant now) {
        return new Conversation(
                conversationId, union(participants, people), append(messageIds, messageId), openInteraction, now);
    }

    /** From now on further mails join this interaction. */
    public Conversation openedBy(InteractionId interactionId) {
        return new Conversation(conversationId, participants, messageIds, interactionId, lastActivity);
    }

    /** The interaction takes no further mails; without effect where another one is open. */
    public Conversation finishedBy(InteractionId interactionId, Instant now) {
        return interactionId.equals(openInteraction)
                ? new Conversation(conversationId, participants, messageIds, null, now)
                : this;
    }

    private static Set<EmailAddress> union(Set<EmailAddress> known, Collection<EmailAddress> people) {
        if (known.containsAll(people)) {
            return known;
        }
        var all = new LinkedHashSet<>(known);
        all.addAll(people);
        return all;
    }

    private static List<MessageId> append(List<MessageId> known, @Nullable MessageId messageId) {
        if (messageId == null || known.contains(messageId)) {
            return known;
        }
        var all = new ArrayList<>(known);
        all.add(messageId);
        return all.size() > MESSAGE_IDS_KEPT ? all.subList(all.size() - MESSAGE_IDS_KEPT, all.size()) : all;
    }
}
