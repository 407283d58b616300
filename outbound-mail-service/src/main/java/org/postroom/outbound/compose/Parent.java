package org.postroom.outbound.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.MessageId;
import org.postroom.outbound.conversation.ConversationMail;

/**
 * The mail that a reply answers, and the chain of identifiers that leads to it (RFC 5322, section 3.6.4).
 *
 * @param messageId the mail's identifier; null where it has none, or where there is no such mail
 * @param chain the identifiers before it, oldest first
 */
record Parent(@Nullable MessageId messageId, List<MessageId> chain) {

    /** So many identifiers keep every client able to thread; a longer chain keeps its first and its newest. */
    static final int LONGEST_CHAIN = 50;

    Parent {
        chain = List.copyOf(chain);
    }

    /** The newest mail of the customer, or nothing to answer where there is none. */
    static Parent among(List<ConversationMail> mails) {
        return mails.reversed().stream()
                .filter(ConversationMail::fromCustomer)
                .findFirst()
                .map(mail -> new Parent(MessageId.parse(mail.messageId()).orElse(null), chain(mail)))
                .orElseGet(() -> new Parent(null, List.of()));
    }

    /** The References field of the reply: the parent's chain and the parent itself. */
    List<MessageId> references() {
        SequencedSet<MessageId> all = new LinkedHashSet<>(chain);
        if (messageId != null) {
            all.remove(messageId);
            all.add(messageId);
        }
        return bounded(List.copyOf(all));
    }

    private static List<MessageId> chain(ConversationMail mail) {
        List<MessageId> references = valid(mail.references());
        List<MessageId> answered = valid(mail.inReplyTo());
        return references.isEmpty() && answered.size() == 1 ? answered : references;
    }

    private static List<MessageId> valid(List<String> identifiers) {
        return identifiers.stream()
                .map(MessageId::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<MessageId> bounded(List<MessageId> all) {
        if (all.size() <= LONGEST_CHAIN) {
            return all;
        }
        List<MessageId> kept = new ArrayList<>(List.of(all.getFirst()));
        kept.addAll(all.subList(all.size() - LONGEST_CHAIN + 1, all.size()));
        return List.copyOf(kept);
    }
}
