package org.postroom.routing.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;

/** The conversations, and which of them a Message-ID belongs to. */
final class ConversationIndex {

    private final Entities<ConversationId, Conversation> conversations = new Entities<>(EntityKind.CONVERSATION);
    private final Map<MessageId, ConversationId> byMessageId = new HashMap<>();
    private final Duration window;

    /** @param window how long after its last activity a conversation is found */
    ConversationIndex(Duration window) {
        this.window = window;
    }

    /** The conversation, or null where there is none within the window. */
    @Nullable
    Conversation find(ConversationId conversationId, Instant now) {
        var conversation = conversations.get(conversationId);
        return conversation != null && isWithinWindow(conversation, now) ? conversation : null;
    }

    /** The conversation that a Message-ID belongs to, or null where there is none within the window. */
    @Nullable
    Conversation find(MessageId messageId, Instant now) {
        var conversationId = byMessageId.get(messageId);
        return conversationId == null ? null : find(conversationId, now);
    }

    /** True where the Message-ID belongs to another conversation: the first to have it keeps it. */
    boolean belongsToAnother(MessageId messageId, ConversationId conversationId, Instant now) {
        var owner = find(messageId, now);
        return owner != null && !owner.conversationId().equals(conversationId);
    }

    void put(Conversation conversation) {
        var before = conversations.get(conversation.conversationId());
        if (before != null) {
            unindexDropped(before, conversation);
        }
        conversations.put(conversation.conversationId(), conversation);
        index(before, conversation);
    }

    void restore(Conversation conversation) {
        conversations.restore(conversation.conversationId(), conversation);
        for (var messageId : conversation.messageIds()) {
            byMessageId.merge(messageId, conversation.conversationId(), this::laterActive);
        }
    }

    /** Forgets the conversation where its window has passed; false where it is still remembered. */
    boolean forget(ConversationId conversationId, Instant now) {
        var conversation = conversations.get(conversationId);
        if (conversation == null) {
            return true;
        }
        if (isWithinWindow(conversation, now)) {
            return false;
        }
        conversation.messageIds().forEach(messageId -> byMessageId.remove(messageId, conversationId));
        conversations.remove(conversationId);
        return true;
    }

    Iterable<Conversation> all() {
        return conversations.all();
    }

    Entities<ConversationId, Conversation> entities() {
        return conversations;
    }

    private boolean isWithinWindow(Conversation conversation, Instant now) {
        return conversation.openInteraction() != null
                || conversation.lastActivity().plus(window).isAfter(now);
    }

    private void index(@Nullable Conversation before, Conversation after) {
        var known = before == null
                ? 0
                : Math.min(before.messageIds().size(), after.messageIds().size() - 1);
        for (var messageId : after.messageIds()
                .subList(Math.max(known, 0), after.messageIds().size())) {
            byMessageId.put(messageId, after.conversationId());
        }
    }

    private void unindexDropped(Conversation before, Conversation after) {
        if (before.messageIds().isEmpty()) {
            return;
        }
        var oldest = before.messageIds().getFirst();
        if (after.messageIds().isEmpty() || !after.messageIds().getFirst().equals(oldest)) {
            byMessageId.remove(oldest, before.conversationId());
        }
    }

    private ConversationId laterActive(ConversationId one, ConversationId other) {
        var first = conversations.get(one);
        var second = conversations.get(other);
        if (first == null || second == null) {
            return first == null ? other : one;
        }
        return first.lastActivity().isAfter(second.lastActivity()) ? one : other;
    }
}
