package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;

/** The conversations, and which of them a Message-ID belongs to. */
final class Conversations extends Slice<ConversationId, Conversation> {

    private final Map<MessageId, ConversationId> byMessageId = new HashMap<>();
    private final Duration window;
    private final Memory<ConversationId> memory;

    /** @param window how long after its last activity a conversation is found */
    Conversations(Duration window) {
        super(EntityKind.CONVERSATION, Conversation.class, ConversationId::new);
        this.window = window;
        this.memory = new Memory<>(window);
    }

    /** The conversation, or null where there is none within the window. */
    @Nullable
    Conversation find(ConversationId conversationId, Instant now) {
        var conversation = get(conversationId);
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
        put(conversation.conversationId(), conversation);
    }

    /** Puts a conversation that begins, to be forgotten once its window has passed. */
    void begin(Conversation conversation, Instant now) {
        put(conversation);
        memory.remember(conversation.conversationId(), now);
    }

    @Override
    void follow(ConversationId id, @Nullable Conversation before, @Nullable Conversation after) {
        if (after == null) {
            forget(id, before);
            return;
        }
        if (before != null) {
            unindexDropped(before, after);
        }
        index(before, after);
    }

    private void forget(ConversationId id, @Nullable Conversation gone) {
        if (gone != null) {
            gone.messageIds().forEach(messageId -> byMessageId.remove(messageId, id));
        }
    }

    /** Of several conversations with one Message-ID, which cannot all have been the first, the last active has it. */
    @Override
    void settle() {
        for (var conversation : all()) {
            for (var messageId : conversation.messageIds()) {
                byMessageId.merge(messageId, conversation.conversationId(), this::laterActive);
            }
            memory.remember(conversation.conversationId(), conversation.lastActivity());
        }
        memory.sort();
    }

    /** Looks again a window later at one whose window has not passed. */
    @Override
    void forgetDue(Instant now) {
        memory.forgetDue(now, (id, moment) -> {
            var conversation = get(id);
            if (conversation != null && isWithinWindow(conversation, moment)) {
                return false;
            }
            remove(id);
            return true;
        });
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
        var first = get(one);
        var second = get(other);
        if (first == null || second == null) {
            return first == null ? other : one;
        }
        return first.lastActivity().isAfter(second.lastActivity()) ? one : other;
    }
}
