package org.postroom.routing.journal.kafka.stored;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.OfferId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.CloseReason;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Kept;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Parked;
import org.postroom.routing.interaction.Sending;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WorkLog;
import org.postroom.routing.interaction.WrappingUp;

/** Interactions: the number of the state, what every state has, and what the state has besides. */
final class InteractionForm implements EntityForm<Interaction> {

    static final InteractionForm INTERACTION = new InteractionForm();

    private static final int WAITING = 1;
    private static final int OFFERED = 2;
    private static final int HANDLING = 3;
    private static final int SENDING = 4;
    private static final int CLOSED = 5;
    private static final int WRAPPING_UP = 6;
    private static final int PARKED = 7;
    private static final int KEPT = 10;

    /** Since then a log says how the interaction was wrapped up. */
    private static final int WITH_WRAP_UP = 4;

    private InteractionForm() {}

    @Override
    public void write(Interaction interaction, StoredWriter out) {
        out.number(numberOf(interaction));
        enquiry(interaction.enquiry(), out);
        log(interaction.log(), out);
        switch (interaction) {
            case Waiting _ -> {}
            case Kept kept -> {
                out.id(kept.agentId());
                out.moment(kept.until());
            }
            case Offered offered -> {
                out.id(offered.agentId());
                out.id(offered.offerId());
                out.moment(offered.expiresAt());
            }
            case Handling handling -> {
                out.id(handling.agentId());
                out.moment(handling.segmentSince());
            }
            case WrappingUp wrappingUp -> {
                out.id(wrappingUp.agentId());
                out.name(wrappingUp.reason());
                out.moment(wrappingUp.since());
                out.momentOrNone(wrappingUp.endsAt());
            }
            case Parked parked -> {
                out.id(parked.agentId());
                out.moment(parked.since());
                out.moment(parked.until());
            }
            case Sending sending -> out.id(sending.agentId());
            case Closed closed -> {
                out.id(closed.agentId());
                out.name(closed.reason());
                out.moment(closed.closedAt());
            }
        }
    }

    @Override
    public Interaction read(StoredReader in) {
        int state = in.smallNumber();
        var enquiry = enquiry(in);
        var log = log(in);
        return switch (state) {
            case WAITING -> new Waiting(enquiry, log);
            case KEPT -> new Kept(enquiry, log, in.id(AgentId::new), in.moment());
            case OFFERED -> new Offered(enquiry, log, in.id(AgentId::new), in.id(OfferId::new), in.moment());
            case HANDLING -> new Handling(enquiry, log, in.id(AgentId::new), in.moment());
            case SENDING -> new Sending(enquiry, log, in.id(AgentId::new));
            case CLOSED -> new Closed(enquiry, log, in.id(AgentId::new), in.name(CloseReason.class), in.moment());
            case WRAPPING_UP ->
                new WrappingUp(
                        enquiry, log, in.id(AgentId::new), in.name(CloseReason.class), in.moment(), in.momentOrNone());
            case PARKED -> new Parked(enquiry, log, in.id(AgentId::new), in.moment(), in.moment());
            default ->
                throw new IllegalArgumentException("expected the number of an interaction's state, but got " + state);
        };
    }

    /** The numbers are kept in stores: never give one to another state. */
    private static int numberOf(Interaction interaction) {
        return switch (interaction) {
            case Waiting _ -> WAITING;
            case Kept _ -> KEPT;
            case Offered _ -> OFFERED;
            case Handling _ -> HANDLING;
            case Sending _ -> SENDING;
            case Closed _ -> CLOSED;
            case WrappingUp _ -> WRAPPING_UP;
            case Parked _ -> PARKED;
        };
    }

    private static void enquiry(Enquiry enquiry, StoredWriter out) {
        out.id(enquiry.interactionId());
        out.id(enquiry.conversationId());
        out.id(enquiry.emailId());
        out.id(enquiry.addressId());
        out.id(enquiry.requirement().queueId());
        DirectoryForms.skills(enquiry.requirement().skills(), out);
        DirectoryForms.language(enquiry.requirement().language(), out);
        out.number(enquiry.priority());
        out.text(enquiry.customer().address());
        out.textOrNone(enquiry.customer().name());
        out.text(enquiry.subject());
        out.moment(enquiry.waitingSince());
    }

    private static Enquiry enquiry(StoredReader in) {
        return new Enquiry(
                in.id(InteractionId::new),
                in.id(ConversationId::new),
                in.id(EmailId::new),
                in.id(AddressId::new),
                new Requirement(in.id(QueueId::new), DirectoryForms.skills(in), DirectoryForms.language(in)),
                in.smallNumber(),
                new Customer(in.text(), in.textOrNone()),
                in.text(),
                in.moment());
    }

    private static void log(WorkLog log, StoredWriter out) {
        out.number(log.offers());
        out.number(log.segments());
        out.duration(log.handled());
        out.all(log.declinedAt().entrySet(), declined -> {
            out.id(declined.getKey());
            out.moment(declined.getValue());
        });
        out.all(log.pendingReplies(), out::id);
        out.all(log.settledReplies(), out::id);
        out.idOrNone(log.wrapUpCode());
    }

    private static WorkLog log(StoredReader in) {
        int offers = in.smallNumber();
        int segments = in.smallNumber();
        var handled = in.duration();
        Map<AgentId, Instant> declinedAt = new HashMap<>();
        in.each(() -> declinedAt.put(in.id(AgentId::new), in.moment()));
        return new WorkLog(
                offers,
                segments,
                handled,
                declinedAt,
                Set.copyOf(in.all(() -> in.id(ReplyId::new))),
                Set.copyOf(in.all(() -> in.id(ReplyId::new))),
                in.version() < WITH_WRAP_UP ? null : in.idOrNone(WrapUpCodeId::new));
    }
}
