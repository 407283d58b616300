package org.postroom.routing.decision;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.id.ConversationId;

/** Which conversations were merged into which; follows from them. */
final class MergedConversations {

    private final Map<ConversationId, Set<ConversationId>> byTarget = new HashMap<>();

    /** Those that were merged into one, in the order of their ids. */
    Set<ConversationId> of(ConversationId target) {
        return byTarget.getOrDefault(target, Set.of());
    }

    /**
     * Keeps in step.
     *
     * @param before null where it is new
     * @param after null where it is gone
     */
    void follow(@Nullable Conversation before, @Nullable Conversation after) {
        var former = before == null ? null : before.mergedInto();
        if (before != null && former != null) {
            byTarget.computeIfPresent(former, (_, all) -> {
                all.remove(before.conversationId());
                return all.isEmpty() ? null : all;
            });
        }
        var present = after == null ? null : after.mergedInto();
        if (after != null && present != null) {
            byTarget.computeIfAbsent(present, _ -> new TreeSet<>(Comparator.comparing(ConversationId::value)))
                    .add(after.conversationId());
        }
    }
}
