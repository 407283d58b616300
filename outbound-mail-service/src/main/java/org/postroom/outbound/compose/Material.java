package org.postroom.outbound.compose;

import java.util.List;
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
 * @param agentName the name for the signature
 * @param sender the address it is sent from
 * @param signature the address's signature; null where it has none
 * @param mails the conversation's mails, oldest first
 * @param quotables what can be quoted of them, newest first; empty where no history is wanted
 */
public record Material(
        RequestedReply reply,
        ReplyContent content,
        String agentName,
        SenderAddress sender,
        @Nullable Signature signature,
        List<ConversationMail> mails,
        List<Quotable> quotables) {

    /** Copies the lists. */
    public Material {
        mails = List.copyOf(mails);
        quotables = List.copyOf(quotables);
    }
}
