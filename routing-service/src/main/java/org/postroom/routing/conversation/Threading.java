package org.postroom.routing.conversation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;

/**
 * The conversation that a mail continues, and the proof.
 *
 * @param conversation the conversation it continues; null where it begins a new one
 * @param rule the rule that decided
 * @param matched the identifier that named a conversation; null where none did
 * @param claimed the conversation that it named without continuing it; null where there is none, or where that is not told
 */
public record Threading(
        @Nullable Conversation conversation,
        ThreadingRule rule,
        @Nullable MessageId matched,
        @Nullable ConversationId claimed) {

    private static final Threading NEW = new Threading(null, ThreadingRule.NEW_CONVERSATION, null);

    /** A decision that tells of no conversation claimed. */
    public Threading(@Nullable Conversation conversation, ThreadingRule rule, @Nullable MessageId matched) {
        this(conversation, rule, matched, null);
    }

    /**
     * Decides as the first two versions did: by References, newest first, then by In-Reply-To, then asks whether the author has a part in the
     * conversation found. The first identifier that is known decides: a mail that names two conversations belongs to
     * the one its newest reference names.
     *
     * @param known the conversation of a Message-ID, or null
     */
    public static Threading decide(
            EmailAddress author,
            List<MessageId> references,
            List<MessageId> inReplyTo,
            Function<MessageId, @Nullable Conversation> known) {
        for (var identifier : references.reversed()) {
            var conversation = known.apply(identifier);
            if (conversation != null) {
                return checkAuthor(author, conversation, ThreadingRule.REFERENCES, identifier);
            }
        }
        for (var identifier : inReplyTo) {
            var conversation = known.apply(identifier);
            if (conversation != null) {
                return checkAuthor(author, conversation, ThreadingRule.IN_REPLY_TO, identifier);
            }
        }
        return NEW;
    }

    private static Threading checkAuthor(
            EmailAddress author, Conversation conversation, ThreadingRule rule, MessageId identifier) {
        return conversation.participants().contains(author)
                ? new Threading(conversation, rule, identifier)
                : new Threading(null, ThreadingRule.SENDER_NOT_IN_CONVERSATION, identifier);
    }
}
