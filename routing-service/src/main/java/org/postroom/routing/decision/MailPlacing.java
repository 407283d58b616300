package org.postroom.routing.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.conversation.PlacedMail;
import org.postroom.routing.conversation.Subjects;
import org.postroom.routing.conversation.ThreadTrace;
import org.postroom.routing.conversation.Threading;
import org.postroom.routing.conversation.ThreadingRules;
import org.postroom.routing.decision.RoutingEvent.KeptAsideReason;
import org.postroom.routing.decision.RoutingEvent.Placed;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Interaction;

/**
 * Where a mail goes, from the third version of the decisions on: to the agent who has its conversation, into a new interaction,
 * into several where it was sent to several addresses, or nowhere with a reason.
 */
final class MailPlacing {

    private MailPlacing() {}

    /** Finds the place of a mail that is no repeat; exactly one of EmailThreaded, EmailKeptAside and EmailDiscarded comes out. */
    static void place(Turn turn, EmailReceived email, MailIds ids) {
        var threading = threading(turn, email);
        var choice = Destination.of(turn, email);
        var open = openInteractions(turn, threading.conversation());
        if (open.isEmpty() && choice.destinations().isEmpty()) {
            turn.state().note(email.emailId(), turn.now());
            turn.emit(new RoutingEvent.EmailDiscarded(email.emailId(), choice.refusal()));
            return;
        }
        boolean oneEach = rules(turn).oneForEachAddress();
        var joined = joined(email, open, oneEach);
        var wanted = wanted(choice.destinations(), joined, oneEach).stream()
                .map(one -> one.judged(turn, email, threading))
                .toList();
        if (joined.isEmpty() && wanted.stream().allMatch(Destination::isEnded)) {
            end(turn, email, wanted);
        } else {
            settle(turn, email, ids, threading, joined, wanted);
        }
    }

    /** The flows of all addresses that it would have begun something for ended it. */
    private static void end(Turn turn, EmailReceived email, List<Destination> ended) {
        turn.state().note(email.emailId(), turn.now());
        ended.forEach(one -> FlowDecision.tell(turn, email, one, null));
        turn.emit(new RoutingEvent.EmailKeptAside(email.emailId(), KeptAsideReason.FLOW, null));
    }

    /** Which conversation a mail continues by the rules of its organisation. */
    static Threading threading(Turn turn, EmailReceived email) {
        return threading(turn, email, Subjects.idOf(email.subject()));
    }

    /** Where automatic mail belongs: machines write subjects of their own, which say nothing of another matter. */
    static Threading threadingOfAutomatic(Turn turn, EmailReceived email) {
        return threading(turn, email, null);
    }

    private static Threading threading(Turn turn, EmailReceived email, @Nullable SubjectId subject) {
        var trace = new ThreadTrace(email.author(), email.token(), email.references(), email.inReplyTo(), subject);
        return new ThreadingRules(new KnownNow(turn), rules(turn)).decide(trace);
    }

    private static ConversationRules rules(Turn turn) {
        return turn.state().directory().mailRules().conversations();
    }

    private static List<Interaction> openInteractions(Turn turn, @Nullable Conversation conversation) {
        return conversation == null
                ? List.of()
                : conversation.openInteractions().stream()
                        .flatMap(id -> Stream.ofNullable(turn.state().interaction(id)))
                        .filter(Interaction::takesMail)
                        .toList();
    }

    /** Those that answer for an address it was sent to, one of them unless each is to have it; else the first that is open. */
    private static List<Interaction> joined(EmailReceived email, List<Interaction> open, boolean oneEach) {
        var addressed = open.stream()
                .filter(one -> email.addressedTo().contains(one.enquiry().addressId()))
                .toList();
        var fitting = addressed.isEmpty() ? open : addressed;
        return oneEach && !addressed.isEmpty()
                ? addressed
                : fitting.stream().limit(1).toList();
    }

    /** Where something begins: nowhere where an agent has it already, unless each address is to have its own. */
    private static List<Destination> wanted(List<Destination> destinations, List<Interaction> joined, boolean oneEach) {
        if (joined.isEmpty()) {
            return oneEach ? destinations : destinations.subList(0, 1);
        }
        var taken = joined.stream().map(one -> one.enquiry().addressId()).toList();
        boolean isAddressed = destinations.stream()
                .anyMatch(one -> taken.contains(one.address().addressId()));
        return oneEach && isAddressed
                ? destinations.stream()
                        .filter(one -> !taken.contains(one.address().addressId()))
                        .toList()
                : List.of();
    }

    private static void settle(
            Turn turn,
            EmailReceived email,
            MailIds ids,
            Threading threading,
            List<Interaction> joined,
            List<Destination> wanted) {
        var continued = threading.conversation();
        var conversationId = continued == null ? ids.conversationId() : continued.conversationId();
        var destinations = wanted.stream().filter(one -> !one.isEnded()).toList();
        var begun = begun(turn, email, ids, conversationId, destinations);
        var placed = placed(joined, begun);
        keep(turn, email, conversationId, begun, placed.getFirst().interactionId());
        if (!joined.isEmpty()) {
            turn.state().note(email.emailId(), turn.now());
        }
        joined.forEach(one -> turn.state().move(one.joinedBy(email.emailId(), email.subject())));
        wanted.stream().filter(Destination::isEnded).forEach(one -> FlowDecision.tell(turn, email, one, null));
        for (int place = 0; place < begun.size(); place++) {
            FlowDecision.tell(
                    turn, email, destinations.get(place), begun.get(place).interactionId());
        }
        turn.emit(threaded(email, conversationId, threading, placed));
        joined.forEach(one -> Parking.customerWrote(turn, one.interactionId()));
        var lastAgent = continued == null ? null : continued.lastAgent();
        for (var enquiry : begun) {
            Offers.enqueue(turn, LastAgents.begin(turn, enquiry, lastAgent), QueueReason.EMAIL_RECEIVED);
        }
    }

    private static void keep(
            Turn turn,
            EmailReceived email,
            ConversationId conversationId,
            List<Enquiry> begun,
            InteractionId interactionId) {
        var itself = turn.state().conversations().recall(conversationId, turn.now());
        var known = itself == null ? Conversation.begin(conversationId, turn.now()) : itself;
        var subject = Subjects.idOf(email.subject());
        var mail = new PlacedMail(
                email.emailId(),
                EmailDecision.free(turn, email.messageId(), known),
                email.author(),
                interactionId,
                subject);
        var changed =
                EmailDecision.withMail(turn, known, email).withSubject(subject).withPlaced(mail);
        if (!begun.isEmpty()) {
            changed =
                    changed.openedBy(begun.stream().map(Enquiry::interactionId).toList());
        }
        if (itself == null) {
            turn.state().conversations().begin(changed, turn.now());
        } else {
            turn.state().conversations().put(changed);
        }
    }

    private static List<Enquiry> begun(
            Turn turn, EmailReceived email, MailIds ids, ConversationId conversationId, List<Destination> wanted) {
        List<Enquiry> begun = new ArrayList<>();
        for (var destination : wanted) {
            var address = destination.address();
            var interactionId = begun.isEmpty()
                    ? ids.interactionId()
                    : new InteractionId(
                            DerivedIds.of("interaction:" + email.emailId().value() + ':'
                                    + address.addressId().value()));
            begun.add(new Enquiry(
                    interactionId,
                    conversationId,
                    email.emailId(),
                    address.addressId(),
                    destination.requirement(),
                    destination.priority(),
                    email.customer(),
                    email.subject(),
                    turn.now()));
        }
        return begun;
    }

    private static List<Placed> placed(List<Interaction> joined, List<Enquiry> begun) {
        return Stream.concat(
                        joined.stream()
                                .map(one -> new Placed(
                                        one.interactionId(), one.enquiry().addressId(), false)),
                        begun.stream().map(enquiry -> new Placed(enquiry.interactionId(), enquiry.addressId(), true)))
                .toList();
    }

    private static RoutingEvent threaded(
            EmailReceived email, ConversationId conversationId, Threading threading, List<Placed> placed) {
        var first = placed.getFirst();
        return new RoutingEvent.EmailThreaded(
                email.emailId(),
                conversationId,
                first.interactionId(),
                first.isNew(),
                threading.rule(),
                threading.matched(),
                first.addressId(),
                placed.subList(1, placed.size()),
                threading.claimed());
    }

    /** What is known at the moment of a decision. */
    private record KnownNow(Turn turn) implements ThreadingRules.Known {

        @Override
        public @Nullable Conversation byId(ConversationId conversationId) {
            return turn.state().conversations().find(conversationId, turn.now());
        }

        @Override
        public @Nullable Conversation byMessageId(MessageId messageId) {
            return turn.state().conversations().find(messageId, turn.now());
        }

        @Override
        public @Nullable Conversation bySubject(EmailAddress author, SubjectId subject) {
            return turn.state().conversations().find(author, subject, turn.now());
        }
    }
}
