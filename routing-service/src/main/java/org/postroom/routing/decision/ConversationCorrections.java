package org.postroom.routing.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.decision.RoutingInput.ConversationCommand;
import org.postroom.routing.decision.RoutingInput.MergeConversations;
import org.postroom.routing.decision.RoutingInput.MoveEmail;
import org.postroom.routing.decision.RoutingInput.PartConversations;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.InteractionId;

/**
 * What agents correct in which mails are one conversation. Merging changes nothing of either conversation but that they are found
 * as one, so that it can be undone whatever came meanwhile.
 */
final class ConversationCorrections {

    private ConversationCorrections() {}

    /** Does what is asked, or says why not; from the third version of the decisions on. */
    static Optional<String> decide(Turn turn, ConversationCommand command) {
        if (!turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            return Optional.of(
                    "expected decisions of version 3 or later, but this journal is still decided upon by an earlier one");
        }
        return switch (command) {
            case MergeConversations merge -> merge(turn, merge);
            case PartConversations part -> part(turn, part);
            case MoveEmail move -> MovedMails.move(turn, move);
        };
    }

    private static Optional<String> merge(Turn turn, MergeConversations merge) {
        var conversations = turn.state().conversations();
        var merged = itself(turn, merge.conversationId());
        var into = itself(turn, merge.into());
        if (merged == null || into == null) {
            return Optional.of("expected two conversations that are still known, but "
                    + (merged == null ? "the first" : "the second") + " is not");
        }
        if (merge.conversationId().equals(merge.into())) {
            return Optional.of("expected two conversations, but it is one and the same");
        }
        if (merged.mergedInto() != null || into.mergedInto() != null) {
            return Optional.of("expected conversations that stand by themselves, but "
                    + (merged.mergedInto() == null ? "the second" : "the first") + " was merged into another one");
        }
        if (conversations.hasMerged(merge.conversationId())) {
            return Optional.of(
                    "expected a conversation that nothing was merged into, but something was: undo that first, or merge the"
                            + " other way round");
        }
        conversations.put(merged.mergedInto(merge.into()));
        turn.emit(new RoutingEvent.ConversationsMerged(
                merge.commandId(), merge.agentId(), merge.conversationId(), merge.into(), open(turn, merge.into())));
        return Optional.empty();
    }

    private static Optional<String> part(Turn turn, PartConversations part) {
        var merged = itself(turn, part.conversationId());
        var from = merged == null ? null : merged.mergedInto();
        if (merged == null || from == null) {
            return Optional.of("expected a conversation that was merged into another one, but "
                    + (merged == null ? "there is none with this id" : "it stands by itself"));
        }
        var open = open(turn, from);
        turn.state().conversations().put(merged.mergedInto(null));
        turn.emit(new RoutingEvent.ConversationsParted(
                part.commandId(), part.agentId(), part.conversationId(), from, open));
        return Optional.empty();
    }

    static @Nullable Conversation itself(Turn turn, ConversationId conversationId) {
        return turn.state().conversations().recall(conversationId, turn.now());
    }

    /** What is open in some conversations and all that was merged into them, each once. */
    static List<InteractionId> open(Turn turn, ConversationId... conversationIds) {
        return Stream.of(conversationIds)
                .flatMap(id -> Stream.ofNullable(turn.state().conversations().find(id, turn.now())))
                .flatMap(conversation -> conversation.openInteractions().stream())
                .distinct()
                .toList();
    }
}
