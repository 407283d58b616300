package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;

/** The conversations, and which of them a Message-ID belongs to. */
final class Conversations extends Slice<ConversationId, Conversation> {

    private final Map<MessageId, ConversationId> byMessageId = new HashMap<>();
    private final ConversationSubjects bySubject;
    private final Supplier<Duration> window;
    private final Duration least;
    private final MergedConversations merged = new MergedConversations();
    private final Memory<ConversationId> memory;

    /** @param window how long after its last activity a conversation is found */
    Conversations(Duration window) {
        this(() -> window, Duration.ZERO, window, false);
    }

    /**
     * Conversations that are found by their subjects, too.
     *
     * @param window how long after its last activity a conversation is found at present
     * @param least how long it is known at least, for what became of its replies
     * @param lookedAtAfter after how long it is first looked at whether it may be forgotten
     */
    Conversations(Supplier<Duration> window, Duration least, Duration lookedAtAfter) {
        this(window, least, lookedAtAfter, true);
    }

    private Conversations(Supplier<Duration> window, Duration least, Duration lookedAtAfter, boolean bySubject) {
        super(EntityKind.CONVERSATION, Conversation.class, ConversationId::new);
        this.window = window;
        this.least = least;
        this.memory = new Memory<>(lookedAtAfter);
        this.bySubject = new ConversationSubjects(bySubject);
    }

    /** The conversation with all that was merged into it, or null where there is none within the window. */
    @Nullable
    Conversation find(ConversationId conversationId, Instant now) {
        var conversation = whole(conversationId);
        return conversation != null && isWithinWindow(conversation, now) ? conversation : null;
    }

    /** The conversation that a Message-ID belongs to, or null where there is none within the window. */
    @Nullable
    Conversation find(MessageId messageId, Instant now) {
        var conversationId = byMessageId.get(messageId);
        return conversationId == null ? null : find(conversationId, now);
    }

    /**
     * The conversation by itself, for changing it: found by an answer or not, for as long as its replies have something to tell;
     * else null.
     */
    @Nullable
    Conversation recall(ConversationId conversationId, Instant now) {
        var conversation = get(conversationId);
        return conversation != null && isKnown(conversation, now) ? conversation : null;
    }

    /** The conversation that it was merged into, or itself, with all that was merged into that; null where there is none. */
    private @Nullable Conversation whole(ConversationId conversationId) {
        var itself = get(conversationId);
        var into = itself == null ? null : itself.mergedInto();
        var root = into == null ? itself : get(into);
        if (root == null) {
            return null;
        }
        var others = merged.of(root.conversationId());
        return others.isEmpty()
                ? root
                : root.together(others.stream()
                        .flatMap(id -> Stream.ofNullable(get(id)))
                        .toList());
    }

    /** True where something was merged into it. */
    boolean hasMerged(ConversationId conversationId) {
        return !merged.of(conversationId).isEmpty();
    }

    /** Of the conversations in which an author wrote of something, the one last active; null where there is none. */
    @Nullable
    Conversation find(EmailAddress author, SubjectId subject, Instant now) {
        return bySubject.of(author, subject).stream()
                .flatMap(id -> Stream.ofNullable(find(id, now)))
                .max(Comparator.comparing(Conversation::lastActivity)
                        .thenComparing(
                                conversation -> conversation.conversationId().value()))
                .orElse(null);
    }

    /** Forgets every conversation that is not known any more: afterwards another window may apply. */
    void forgetPassed(Instant now) {
        var passed = all().stream()
                .filter(conversation -> !isKnown(conversation, now))
                .map(Conversation::conversationId)
                .sorted(Comparator.comparing(ConversationId::value))
                .toList();
        passed.forEach(this::remove);
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
        bySubject.follow(before, after);
        merged.follow(before, after);
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
            bySubject.follow(null, conversation);
            merged.follow(null, conversation);
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
            if (conversation != null && isKnown(conversation, moment)) {
                return false;
            }
            remove(id);
            return true;
        });
    }

    private boolean isWithinWindow(Conversation conversation, Instant now) {
        return isActiveWithin(window.get(), conversation, now);
    }

    private boolean isKnown(Conversation itself, Instant now) {
        var all = whole(itself.conversationId());
        var conversation = all == null ? itself : all;
        var longest = window.get().compareTo(least) > 0 ? window.get() : least;
        return isActiveWithin(longest, conversation, now);
    }

    private static boolean isActiveWithin(Duration time, Conversation conversation, Instant now) {
        return conversation.openInteraction() != null
                || conversation.lastActivity().plus(time).isAfter(now);
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
        if (after.messageIds().size() < before.messageIds().size()) {
            before.messageIds().stream()
                    .filter(messageId -> !after.messageIds().contains(messageId))
                    .forEach(messageId -> byMessageId.remove(messageId, before.conversationId()));
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
