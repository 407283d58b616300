package org.postroom.routing.journal.kafka.stored;

import java.util.List;
import java.util.Set;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.conversation.PlacedMail;
import org.postroom.routing.decision.AutomaticSender;
import org.postroom.routing.decision.Decided;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;
import org.postroom.routing.presence.AgentPresence;
import org.postroom.routing.presence.AgentStatus;

/** Who is here, what was written, what was decided upon, and by what. */
final class OtherForms {

    /** Since then a conversation has several interactions, subjects and a last agent. */
    static final int WITH_CONVERSATION_RULES = 4;

    static final EntityForm<AgentPresence> PRESENCE = new EntityForm<>() {
        @Override
        public void write(AgentPresence presence, StoredWriter out) {
            out.id(presence.agentId());
            out.name(presence.status());
            out.moment(presence.statusSince());
            out.moment(presence.idleSince());
        }

        @Override
        public AgentPresence read(StoredReader in) {
            return new AgentPresence(in.id(AgentId::new), in.name(AgentStatus.class), in.moment(), in.moment());
        }
    };

    static final EntityForm<Conversation> CONVERSATION = new EntityForm<>() {
        @Override
        public void write(Conversation conversation, StoredWriter out) {
            out.id(conversation.conversationId());
            out.all(conversation.participants(), participant -> out.text(participant.folded()));
            out.all(conversation.messageIds(), out::id);
            out.idOrNone(conversation.openInteraction());
            out.moment(conversation.lastActivity());
            out.all(conversation.alsoOpen(), out::id);
            out.all(conversation.subjects(), out::id);
            out.idOrNone(conversation.lastAgent());
            out.all(conversation.mails(), mail -> placed(mail, out));
            out.idOrNone(conversation.mergedInto());
        }

        @Override
        public Conversation read(StoredReader in) {
            return new Conversation(
                    in.id(ConversationId::new),
                    Set.copyOf(in.all(() -> new EmailAddress(in.text()))),
                    in.all(() -> in.id(MessageId::new)),
                    in.idOrNone(InteractionId::new),
                    in.moment(),
                    in.version() < WITH_CONVERSATION_RULES ? List.of() : in.all(() -> in.id(InteractionId::new)),
                    in.version() < WITH_CONVERSATION_RULES ? List.of() : in.all(() -> in.id(SubjectId::new)),
                    in.version() < WITH_CONVERSATION_RULES ? null : in.idOrNone(AgentId::new),
                    in.version() < WITH_CONVERSATION_RULES ? List.of() : in.all(() -> placed(in)),
                    in.version() < WITH_CONVERSATION_RULES ? null : in.idOrNone(ConversationId::new));
        }
    };

    static final EntityForm<Decided> DECIDED = new EntityForm<>() {
        @Override
        public void write(Decided decided, StoredWriter out) {
            out.moment(decided.at());
        }

        @Override
        public Decided read(StoredReader in) {
            return new Decided(in.moment());
        }
    };

    static final EntityForm<AutomaticSender> AUTOMATIC_SENDER = new EntityForm<>() {
        @Override
        public void write(AutomaticSender sender, StoredWriter out) {
            out.all(sender.mails(), mail -> {
                out.moment(mail.at());
                out.id(mail.subject());
            });
        }

        @Override
        public AutomaticSender read(StoredReader in) {
            return new AutomaticSender(in.all(() -> new AutomaticSender.Mail(in.moment(), in.id(SubjectId::new))));
        }
    };

    static final EntityForm<Terms> TERMS = new EntityForm<>() {
        @Override
        public void write(Terms terms, StoredWriter out) {
            out.number(terms.decisionVersion());
            out.duration(terms.policy().threadingWindow());
            out.duration(terms.policy().repeatWindow());
        }

        @Override
        public Terms read(StoredReader in) {
            return new Terms(in.smallNumber(), new RoutingPolicy(in.duration(), in.duration()));
        }
    };

    private OtherForms() {}

    private static void placed(PlacedMail mail, StoredWriter out) {
        out.id(mail.emailId());
        out.idOrNone(mail.messageId());
        out.text(mail.author().folded());
        out.id(mail.interactionId());
        out.idOrNone(mail.subject());
    }

    private static PlacedMail placed(StoredReader in) {
        return new PlacedMail(
                in.id(EmailId::new),
                in.idOrNone(MessageId::new),
                new EmailAddress(in.text()),
                in.id(InteractionId::new),
                in.idOrNone(SubjectId::new));
    }
}
