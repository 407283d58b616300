package org.postroom.routing.decision;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.conversation.PlacedMail;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingInput.MoveEmail;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WorkLog;

/**
 * Moves a mail that was given to the wrong conversation. An interaction that is about that mail alone goes with it, in whatever
 * state it is. Otherwise the mail joins what is open where it goes, or begins a new interaction there; of a closed interaction it
 * is no new work.
 */
final class MovedMails {

    private MovedMails() {}

    /** Moves it, or says why not. */
    static Optional<String> move(Turn turn, MoveEmail move) {
        var from = ConversationCorrections.itself(turn, move.conversationId());
        var mail = from == null ? null : mailIn(from, move.emailId());
        if (from == null || mail == null) {
            return Optional.of(
                    "expected a mail of the conversation that is still known, but there is none with this id");
        }
        var into = move.into();
        var target = into == null ? null : ConversationCorrections.itself(turn, into);
        if (into != null && target == null) {
            return Optional.of("expected a conversation that is still known, but there is none with this id");
        }
        if (move.conversationId().equals(into)) {
            return Optional.of("expected another conversation, but the mail is in this one already");
        }
        var newId = new ConversationId(
                DerivedIds.of("conversation by:" + move.commandId().value()));
        settle(turn, move, from, mail, target == null ? Conversation.begin(newId, turn.now()) : target);
        return Optional.empty();
    }

    private static @Nullable PlacedMail mailIn(Conversation conversation, EmailId emailId) {
        return conversation.mails().stream()
                .filter(mail -> mail.emailId().equals(emailId))
                .findFirst()
                .orElse(null);
    }

    private static void settle(Turn turn, MoveEmail move, Conversation from, PlacedMail mail, Conversation target) {
        var work = turn.state().interaction(mail.interactionId());
        boolean goesAlong = work != null
                && work.enquiry().conversationId().equals(from.conversationId())
                && from.mails().stream()
                        .filter(one -> one.interactionId().equals(mail.interactionId()))
                        .allMatch(mail::equals);
        var placement = goesAlong && work != null
                ? Placement.along(work)
                : Placement.of(turn, move, mail, work, target.conversationId());
        if (work != null && !goesAlong && work.enquiry().emailId().equals(mail.emailId())) {
            newestThatStays(from, mail)
                    .ifPresent(stays -> turn.state()
                            .move(work.joinedBy(stays.emailId(), work.enquiry().subject())));
        }
        leave(turn, from, mail, goesAlong);
        arrive(turn, target, mail, placement, from);
        placement.settle(turn, move.emailId(), target.conversationId());
        turn.emit(new RoutingEvent.EmailMoved(
                move.commandId(),
                move.agentId(),
                move.emailId(),
                from.conversationId(),
                target.conversationId(),
                placement.interactionId(),
                ConversationCorrections.open(turn, from.conversationId(), target.conversationId())));
        if (placement.begun() != null) {
            Offers.enqueue(turn, new Waiting(placement.begun(), WorkLog.EMPTY), QueueReason.EMAIL_MOVED);
        }
    }

    private static Optional<PlacedMail> newestThatStays(Conversation from, PlacedMail moved) {
        return from.mails().stream()
                .filter(mail -> !mail.equals(moved) && mail.interactionId().equals(moved.interactionId()))
                .reduce((_, later) -> later);
    }

    private static void leave(Turn turn, Conversation from, PlacedMail mail, boolean withItsWork) {
        var rest = from.withoutPlaced(mail);
        turn.state()
                .conversations()
                .put(withItsWork ? rest.finishedBy(mail.interactionId(), from.lastActivity()) : rest);
    }

    private static void arrive(
            Turn turn, Conversation target, PlacedMail mail, Placement placement, Conversation from) {
        var interactionId = placement.interactionId();
        var placed = new PlacedMail(
                mail.emailId(),
                mail.messageId(),
                mail.author(),
                interactionId == null ? mail.interactionId() : interactionId,
                mail.subject());
        boolean isNew = ConversationCorrections.itself(turn, target.conversationId()) == null;
        var moment = isNew ? from.lastActivity() : target.lastActivity();
        var changed = target.withMail(mail.messageId(), Set.of(mail.author()), moment)
                .withSubject(mail.subject())
                .withPlaced(placed);
        if (interactionId != null && placement.isOpen()) {
            changed = changed.alsoOpenedBy(interactionId);
        }
        if (isNew) {
            turn.state().conversations().begin(changed, turn.now());
        } else {
            turn.state().conversations().put(changed);
        }
    }

    /**
     * What becomes of the work.
     *
     * @param along the interaction that goes with the mail; null where none does
     * @param joined the interaction that it joins; null where it joins none
     * @param begun what begins with it; null where nothing does
     */
    private record Placement(
            @Nullable Interaction along,
            @Nullable Interaction joined,
            @Nullable Enquiry begun) {

        static Placement along(Interaction work) {
            return new Placement(work, null, null);
        }

        static Placement of(
                Turn turn, MoveEmail move, PlacedMail mail, @Nullable Interaction work, ConversationId target) {
            if (work == null || work instanceof Closed) {
                return new Placement(null, null, null);
            }
            var there = ConversationCorrections.open(turn, target).stream()
                    .flatMap(id -> Stream.ofNullable(turn.state().interaction(id)))
                    .filter(Interaction::takesMail)
                    .findFirst();
            if (there.isPresent()) {
                return new Placement(null, there.get(), null);
            }
            var interactionId = new InteractionId(
                    DerivedIds.of("interaction by:" + move.commandId().value()));
            return new Placement(null, null, work.enquiry().movedTo(target, interactionId, mail.emailId(), turn.now()));
        }

        @Nullable
        InteractionId interactionId() {
            if (begun != null) {
                return begun.interactionId();
            }
            var there = along == null ? joined : along;
            return there == null ? null : there.interactionId();
        }

        boolean isOpen() {
            return begun != null || joined != null || (along != null && !(along instanceof Closed));
        }

        void settle(Turn turn, EmailId emailId, ConversationId target) {
            if (along != null) {
                turn.state().move(along.with(along.enquiry().inConversation(target)));
            } else if (joined != null) {
                turn.state().move(joined.joinedBy(emailId, joined.enquiry().subject()));
            }
        }
    }
}
