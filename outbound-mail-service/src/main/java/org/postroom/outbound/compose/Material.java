package org.postroom.outbound.compose;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.reply.ReplyContent;
import org.postroom.outbound.reply.RequestedReply;

/**
 * All that a reply is composed from.
 *
 * @param reply what the agent asked for
 * @param content what the agent wrote
 * @param sender the address it is sent from
 * @param signature the signature that is added; null for none
 * @param values what the names in it stand for
 * @param mails the conversation's mails, oldest first
 * @param quotables what can be quoted of them, newest first; empty where no history is wanted
 * @param threadToken what proves that an answer belongs to the conversation; null where there is none
 */
public record Material(
        RequestedReply reply,
        ReplyContent content,
        SenderAddress sender,
        @Nullable Signature signature,
        Map<String, String> values,
        List<ConversationMail> mails,
        List<Quotable> quotables,
        @Nullable String threadToken) {

    /** Copies the collections. */
    public Material {
        values = Map.copyOf(values);
        mails = List.copyOf(mails);
        quotables = List.copyOf(quotables);
    }

    /** Material of a conversation without a token. */
    public Material(
            RequestedReply reply,
            ReplyContent content,
            SenderAddress sender,
            @Nullable Signature signature,
            Map<String, String> values,
            List<ConversationMail> mails,
            List<Quotable> quotables) {
        this(reply, content, sender, signature, values, mails, quotables, null);
    }
}
