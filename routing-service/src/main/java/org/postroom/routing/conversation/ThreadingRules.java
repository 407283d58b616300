package org.postroom.routing.conversation;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;

/**
 * Which conversation a mail continues, by the surest trace first: a token that we signed; References, newest first; In-Reply-To;
 * and, where the organisation wants it, subject and sender. The first trace that names a conversation we know decides. Then it is
 * asked whether the author has a part in it, since anybody can copy a trace, and whether the subject is still the same, where that
 * matters.
 */
public final class ThreadingRules {

    private static final Threading NONE = new Threading(null, ThreadingRule.NEW_CONVERSATION, null);

    private final Known known;
    private final ConversationRules rules;

    /** The conversations that an answer may continue now. */
    public interface Known {

        /** The conversation, or null. */
        @Nullable
        Conversation byId(ConversationId conversationId);

        /** The conversation that a mail belongs to, or null. */
        @Nullable
        Conversation byMessageId(MessageId messageId);

        /** The conversation last active in which this author wrote of this, or null. */
        @Nullable
        Conversation bySubject(EmailAddress author, SubjectId subject);
    }

    /** Rules of an organisation. */
    public ThreadingRules(Known known, ConversationRules rules) {
        this.known = known;
        this.rules = rules;
    }

    /** Decides for one mail. */
    public Threading decide(ThreadTrace mail) {
        var token = mail.token();
        var tokenNames = token == null ? null : known.byId(token);
        if (tokenNames != null) {
            return checked(mail, tokenNames, ThreadingRule.THREAD_TOKEN, null);
        }
        for (var identifier : mail.references().reversed()) {
            var conversation = known.byMessageId(identifier);
            if (conversation != null) {
                return checked(mail, conversation, ThreadingRule.REFERENCES, identifier);
            }
        }
        for (var identifier : mail.inReplyTo()) {
            var conversation = known.byMessageId(identifier);
            if (conversation != null) {
                return checked(mail, conversation, ThreadingRule.IN_REPLY_TO, identifier);
            }
        }
        return bySubject(mail);
    }

    private Threading bySubject(ThreadTrace mail) {
        var subject = mail.subject();
        var conversation = !rules.bySubject() || subject == null ? null : known.bySubject(mail.author(), subject);
        return conversation == null ? NONE : new Threading(conversation, ThreadingRule.SUBJECT_AND_SENDER, null);
    }

    private Threading checked(
            ThreadTrace mail, Conversation conversation, ThreadingRule rule, @Nullable MessageId matched) {
        if (!conversation.participants().contains(mail.author())) {
            return new Threading(
                    null, ThreadingRule.SENDER_NOT_IN_CONVERSATION, matched, conversation.conversationId());
        }
        if (rules.changedSubjectBeginsAnother() && isAnotherSubject(mail.subject(), conversation)) {
            return new Threading(null, ThreadingRule.SUBJECT_CHANGED, matched, conversation.conversationId());
        }
        return new Threading(conversation, rule, matched);
    }

    /** A mail without a subject says nothing of another one, and a conversation that knows none has none to leave. */
    private static boolean isAnotherSubject(@Nullable SubjectId subject, Conversation conversation) {
        return subject != null
                && !conversation.subjects().isEmpty()
                && !conversation.subjects().contains(subject);
    }
}
