package org.postroom.routing.decision;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.conversation.Threading;
import org.postroom.routing.decision.RoutingEvent.DiscardReason;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WorkLog;

/** Where a received mail goes: to an open interaction, into a new one, or nowhere with a reason. */
final class EmailDecision {

    private EmailDecision() {}

    /** Decides upon one mail; exactly one of EmailThreaded and EmailDiscarded comes out. */
    static void decide(Turn turn, EmailReceived email) {
        var ids = MailIds.of(email.emailId());
        if (turn.state().isRepeat(ids, turn.now())) {
            discardRepeat(turn, email);
        } else {
            place(turn, email, ids);
        }
    }

    static void discardRepeat(Turn turn, EmailReceived email) {
        turn.emit(new RoutingEvent.EmailDiscarded(email.emailId(), DiscardReason.REPEATED_DELIVERY));
    }

    /** Finds the place of a mail that is no repeat. */
    static void place(Turn turn, EmailReceived email, MailIds ids) {
        var threading = threading(turn, email);
        var conversation = threading.conversation();
        var open = conversation == null ? null : openInteraction(turn, conversation);
        if (conversation != null && open != null) {
            join(turn, email, threading, conversation, open);
        } else {
            route(turn, email, threading, ids);
        }
    }

    static Threading threading(Turn turn, EmailReceived email) {
        return Threading.decide(
                email.author(),
                email.references(),
                email.inReplyTo(),
                messageId -> turn.state().conversations().find(messageId, turn.now()));
    }

    private static @Nullable Interaction openInteraction(Turn turn, Conversation conversation) {
        var interactionId = conversation.openInteraction();
        var interaction = interactionId == null ? null : turn.state().interaction(interactionId);
        return interaction != null && interaction.takesMail() ? interaction : null;
    }

    private static void join(
            Turn turn, EmailReceived email, Threading threading, Conversation conversation, Interaction open) {
        turn.state().note(email.emailId(), turn.now());
        turn.state().conversations().put(withMail(turn, conversation, email));
        turn.state().move(open.joinedBy(email.emailId(), email.subject()));
        turn.emit(threaded(email, threading, open.enquiry(), false));
    }

    private static void route(Turn turn, EmailReceived email, Threading threading, MailIds ids) {
        DiscardReason refusal = DiscardReason.ADDRESS_REMOVED;
        for (var addressId : email.addressedTo()) {
            var address = turn.state().directory().address(addressId);
            var requirement = address == null ? null : turn.state().directory().requirementOf(address);
            if (address != null
                    && requirement != null
                    && turn.state().directory().has(requirement.queueId())) {
                begin(turn, email, threading, ids, address, requirement);
                return;
            }
            refusal = moreTelling(refusal, address, requirement);
        }
        turn.state().note(email.emailId(), turn.now());
        turn.emit(new RoutingEvent.EmailDiscarded(email.emailId(), refusal));
    }

    /** Of two reasons, the one that tells an administrator more. */
    static DiscardReason moreTelling(
            DiscardReason soFar, @Nullable Address address, @Nullable Requirement requirement) {
        if (requirement != null) {
            return DiscardReason.QUEUE_REMOVED;
        }
        return address != null && soFar == DiscardReason.ADDRESS_REMOVED ? DiscardReason.NO_ROUTE : soFar;
    }

    private static void begin(
            Turn turn,
            EmailReceived email,
            Threading threading,
            MailIds ids,
            Address address,
            Requirement requirement) {
        var continued = threading.conversation();
        var conversationId = continued == null ? ids.conversationId() : continued.conversationId();
        var enquiry = new Enquiry(
                ids.interactionId(),
                conversationId,
                email.emailId(),
                address.addressId(),
                requirement,
                address.priority(),
                email.customer(),
                email.subject(),
                turn.now());
        if (continued == null) {
            var begun = Conversation.begin(conversationId, turn.now());
            turn.state()
                    .conversations()
                    .begin(withMail(turn, begun, email).openedBy(enquiry.interactionId()), turn.now());
        } else {
            turn.state().conversations().put(withMail(turn, continued, email).openedBy(enquiry.interactionId()));
        }
        turn.emit(threaded(email, threading, enquiry, true));
        Offers.enqueue(turn, new Waiting(enquiry, WorkLog.EMPTY), QueueReason.EMAIL_RECEIVED);
    }

    /** The conversation with a mail added. */
    static Conversation withMail(Turn turn, Conversation conversation, EmailReceived email) {
        return conversation.withMail(free(turn, email.messageId(), conversation), customersIn(turn, email), turn.now());
    }

    /** Our own addresses take no part: whoever writes in their name must not pass the sender check. */
    private static Set<EmailAddress> customersIn(Turn turn, EmailReceived email) {
        var customers = new HashSet<EmailAddress>();
        for (var person : email.people()) {
            if (!turn.state().directory().isOwn(person)) {
                customers.add(person);
            }
        }
        return customers;
    }

    /** The Message-ID, unless another conversation has it. */
    static @Nullable MessageId free(Turn turn, @Nullable MessageId messageId, Conversation conversation) {
        return messageId == null
                        || turn.state()
                                .conversations()
                                .belongsToAnother(messageId, conversation.conversationId(), turn.now())
                ? null
                : messageId;
    }

    private static RoutingEvent threaded(EmailReceived email, Threading threading, Enquiry enquiry, boolean isNew) {
        return new RoutingEvent.EmailThreaded(
                email.emailId(),
                enquiry.conversationId(),
                enquiry.interactionId(),
                isNew,
                threading.rule(),
                threading.matched());
    }
}
