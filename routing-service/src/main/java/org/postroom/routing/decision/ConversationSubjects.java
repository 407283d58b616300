package org.postroom.routing.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.SubjectId;

/** Which conversations somebody has written in of something; follows from them. */
final class ConversationSubjects {

    private final Map<Key, Set<ConversationId>> byKey = new HashMap<>();
    private final boolean wanted;

    private record Key(EmailAddress author, SubjectId subject) {}

    /** @param wanted false where nobody asks, and nothing is kept */
    ConversationSubjects(boolean wanted) {
        this.wanted = wanted;
    }

    Set<ConversationId> of(EmailAddress author, SubjectId subject) {
        return byKey.getOrDefault(new Key(author, subject), Set.of());
    }

    /**
     * Keeps in step.
     *
     * @param before null where it is new
     * @param after null where it is gone
     */
    void follow(@Nullable Conversation before, @Nullable Conversation after) {
        if (!wanted || isSame(before, after)) {
            return;
        }
        var gone = keys(before);
        var there = keys(after);
        for (var key : gone) {
            if (before != null && !there.contains(key)) {
                remove(key, before.conversationId());
            }
        }
        for (var key : there) {
            if (after != null && !gone.contains(key)) {
                byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(after.conversationId());
            }
        }
    }

    private static boolean isSame(@Nullable Conversation before, @Nullable Conversation after) {
        return before != null
                && after != null
                && before.subjects().equals(after.subjects())
                && before.participants().equals(after.participants());
    }

    private static Set<Key> keys(@Nullable Conversation conversation) {
        var keys = new HashSet<Key>();
        if (conversation != null) {
            for (var subject : conversation.subjects()) {
                for (var participant : conversation.participants()) {
                    keys.add(new Key(participant, subject));
                }
            }
        }
        return keys;
    }

    private void remove(Key key, ConversationId conversationId) {
        byKey.computeIfPresent(key, (_, conversations) -> {
            conversations.remove(conversationId);
            return conversations.isEmpty() ? null : conversations;
        });
    }
}
