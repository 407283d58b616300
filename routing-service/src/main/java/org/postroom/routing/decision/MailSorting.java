package org.postroom.routing.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.decision.RoutingEvent.KeptAsideReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.id.ConversationId;

/**
 * Which mails become work at all, and why the others do not. What is kept aside is neither discarded nor forgotten: it is
 * listed with its reason, and no conversation is opened by it.
 */
final class MailSorting {

    private MailSorting() {}

    /** Decides upon one mail; exactly one of EmailThreaded, EmailKeptAside and EmailDiscarded comes out. */
    static void decide(Turn turn, EmailReceived email) {
        var ids = MailIds.of(email.emailId());
        if (turn.state().isRepeat(ids, turn.now()) || hasComeAnotherWay(turn, email)) {
            EmailDecision.discardRepeat(turn, email);
            return;
        }
        reasonAgainst(turn, email)
                .ifPresentOrElse(reason -> keepAside(turn, email, reason), () -> place(turn, email, ids));
    }

    private static void place(Turn turn, EmailReceived email, MailIds ids) {
        if (turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            MailPlacing.place(turn, email, ids);
        } else {
            EmailDecision.place(turn, email, ids);
        }
    }

    /** A stranger who uses somebody's Message-ID does not suppress that mail, and his own is not suppressed. */
    private static boolean hasComeAnotherWay(Turn turn, EmailReceived email) {
        var messageId = email.messageId();
        if (messageId == null || !turn.state().directory().mailRules().sameMessageIdOnce()) {
            return false;
        }
        Conversation conversation = turn.state().conversations().find(messageId, turn.now());
        return conversation != null && conversation.participants().contains(email.author());
    }

    /** The first of the reasons that applies; a virus is told before everything else. */
    private static Optional<KeptAsideReason> reasonAgainst(Turn turn, EmailReceived email) {
        if (email.judgement().virus()) {
            return Optional.of(KeptAsideReason.VIRUS);
        }
        return switch (email.judgement().author()) {
            case OURSELVES -> Optional.of(KeptAsideReason.LOOP);
            case DELIVERY_REPORT -> Optional.of(KeptAsideReason.DELIVERY_REPORT);
            case FEEDBACK_REPORT -> Optional.of(KeptAsideReason.FEEDBACK_REPORT);
            case PERSON -> spam(turn, email);
            case MACHINE -> spam(turn, email).or(() -> automatic(turn, email));
        };
    }

    private static Optional<KeptAsideReason> spam(Turn turn, EmailReceived email) {
        return email.judgement().spam() && spamRouteOf(turn, email) == SpamRoute.DISCONNECT
                ? Optional.of(KeptAsideReason.SPAM)
                : Optional.empty();
    }

    /** The route of the first address that is configured; that of an address which is gone does not matter any more. */
    private static @Nullable SpamRoute spamRouteOf(Turn turn, EmailReceived email) {
        return email.addressedTo().stream()
                .map(turn.state().directory()::address)
                .flatMap(address -> Optional.<Address>ofNullable(address).stream())
                .map(Address::spamRoute)
                .findFirst()
                .orElse(null);
    }

    /** Every automatic mail counts for the guard, whatever becomes of it: a loop goes on as long as its mails come. */
    private static Optional<KeptAsideReason> automatic(Turn turn, EmailReceived email) {
        if (turn.state().loopGuard().isExceededBy(email.author(), email.subject(), turn.now())) {
            return Optional.of(KeptAsideReason.LOOP);
        }
        return rule(turn) == AutomaticMail.PROCESS ? Optional.empty() : Optional.of(KeptAsideReason.AUTOMATIC);
    }

    private static AutomaticMail rule(Turn turn) {
        return turn.state().directory().mailRules().automaticMail();
    }

    private static void keepAside(Turn turn, EmailReceived email, KeptAsideReason reason) {
        turn.state().note(email.emailId(), turn.now());
        turn.emit(new RoutingEvent.EmailKeptAside(email.emailId(), reason, shownIn(turn, email, reason)));
    }

    private static @Nullable ConversationId shownIn(Turn turn, EmailReceived email, KeptAsideReason reason) {
        if (reason != KeptAsideReason.AUTOMATIC || rule(turn) != AutomaticMail.INTO_CONVERSATION) {
            return null;
        }
        Conversation conversation = (turn.state().decidesByVersion(ThirdVersion.NUMBER)
                        ? MailPlacing.threadingOfAutomatic(turn, email)
                        : EmailDecision.threading(turn, email))
                .conversation();
        return conversation == null ? null : conversation.conversationId();
    }
}
