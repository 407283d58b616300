package org.postroom.routing.journal.kafka.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.conversation.PlacedMail;
import org.postroom.routing.decision.AutomaticSender;
import org.postroom.routing.decision.Decided;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.ConversationRules.LastAgent;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.OfferId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.id.SubjectId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.CloseReason;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Kept;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Parked;
import org.postroom.routing.interaction.Sending;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WorkLog;
import org.postroom.routing.interaction.WrappingUp;
import org.postroom.routing.presence.AgentPresence;

/**
 * An entity of each kind and each state, by the name of its file under {@code state-cases}. Sets have one member, since the order
 * of several is another in each run.
 */
final class StoredSamples {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final AgentId ANNA = new AgentId("01936c5e-0000-7000-8000-00000000a22a");
    private static final Requirement REQUIREMENT = new Requirement(
            new QueueId("support"), List.of(new SkillLevel(new SkillId("billing"), 3)), new Language("de"));
    private static final Enquiry ENQUIRY = new Enquiry(
            new InteractionId("6fa459ea-ee8a-3ca4-894e-db77e160355e"),
            new ConversationId("conversation"),
            new EmailId("email"),
            new AddressId("help"),
            REQUIREMENT,
            20,
            new Customer("customer@example.com", null),
            "Où est ma commande ?",
            NOW);
    private static final Enquiry PLAIN = new Enquiry(
            new InteractionId("interaction"),
            new ConversationId("conversation"),
            new EmailId("email"),
            new AddressId("help"),
            new Requirement(new QueueId("support"), List.of(), null),
            -25_000_000,
            new Customer("customer@example.com", "A. Customer"),
            "",
            Instant.parse("2026-11-22T08:00:00.123456789Z"));
    private static final WorkLog LOG = new WorkLog(
            2,
            1,
            Duration.ofMillis(61_500),
            Map.of(ANNA, NOW),
            Set.of(new ReplyId("pending")),
            Set.of(new ReplyId("settled")));

    private static final WorkLog WRAPPED_UP =
            new WorkLog(1, 1, Duration.ZERO, Map.of(), Set.of(), Set.of(), new WrapUpCodeId("done"));

    private StoredSamples() {}

    static Map<String, StateChange> byName() {
        Map<String, StateChange> samples = new LinkedHashMap<>();
        directory(samples);
        add(samples, "presence", EntityKind.PRESENCE, AgentPresence.unseen(ANNA).goOnQueue(NOW));
        add(samples, "presence-unseen", EntityKind.PRESENCE, AgentPresence.unseen(ANNA));
        add(
                samples,
                "conversation",
                EntityKind.CONVERSATION,
                new Conversation(
                        new ConversationId("conversation"),
                        Set.of(new EmailAddress("customer@example.com")),
                        List.of(new MessageId("one@example.com"), new MessageId("two/three@example.com")),
                        new InteractionId("interaction"),
                        NOW));
        add(
                samples,
                "conversation-in-several",
                EntityKind.CONVERSATION,
                new Conversation(
                        new ConversationId("conversation"),
                        Set.of(new EmailAddress("customer@example.com")),
                        List.of(new MessageId("one@example.com")),
                        new InteractionId("interaction"),
                        NOW,
                        List.of(new InteractionId("other")),
                        List.of(new SubjectId("subject")),
                        ANNA,
                        List.of(
                                new PlacedMail(
                                        new EmailId("email"),
                                        new MessageId("one@example.com"),
                                        new EmailAddress("customer@example.com"),
                                        new InteractionId("interaction"),
                                        new SubjectId("subject")),
                                new PlacedMail(
                                        new EmailId("bare"),
                                        null,
                                        new EmailAddress("customer@example.com"),
                                        new InteractionId("other"),
                                        null)),
                        new ConversationId("root")));
        add(
                samples,
                "conversation-begun",
                EntityKind.CONVERSATION,
                Conversation.begin(new ConversationId("conversation"), NOW));
        interactions(samples);
        add(samples, "decided-email", EntityKind.DECIDED_EMAIL, new Decided(NOW));
        add(samples, "decided-command", EntityKind.DECIDED_COMMAND, new Decided(NOW));
        add(
                samples,
                "terms",
                EntityKind.TERMS,
                new Terms(2, new RoutingPolicy(Duration.ofDays(10), Duration.ofMillis(1500))));
        add(samples, "decided-bounce", EntityKind.DECIDED_BOUNCE, new Decided(NOW));
        add(
                samples,
                "automatic-sender",
                EntityKind.AUTOMATIC_SENDER,
                new AutomaticSender(List.of(new AutomaticSender.Mail(NOW, new SubjectId("subject")))));
        return samples;
    }

    private static void directory(Map<String, StateChange> samples) {
        add(
                samples,
                "address",
                EntityKind.ADDRESS,
                new Address(
                        new AddressId("help"),
                        Set.of(new EmailAddress("help@support.acme.test")),
                        new QueueId("support"),
                        null,
                        REQUIREMENT.skills(),
                        new Language("de"),
                        -3,
                        true));
        add(
                samples,
                "address-with-flow",
                EntityKind.ADDRESS,
                new Address(new AddressId("help"), Set.of(), null, new FlowId("triage"), List.of(), null, 0, false));
        add(
                samples,
                "address-with-spam-flow",
                EntityKind.ADDRESS,
                new Address(
                        new AddressId("help"),
                        Set.of(),
                        new QueueId("support"),
                        null,
                        List.of(),
                        null,
                        0,
                        false,
                        SpamRoute.FLOW,
                        null));
        add(
                samples,
                "address-with-known-spam-flow",
                EntityKind.ADDRESS,
                new Address(
                        new AddressId("help"),
                        Set.of(),
                        new QueueId("support"),
                        null,
                        List.of(),
                        null,
                        0,
                        false,
                        SpamRoute.FLOW,
                        new FlowId("spam")));
        add(samples, "mail-rules", EntityKind.MAIL_RULES, new MailRules(AutomaticMail.INTO_CONVERSATION, true));
        add(
                samples,
                "mail-rules-for-conversations",
                EntityKind.MAIL_RULES,
                new MailRules(
                        AutomaticMail.PROCESS,
                        false,
                        new ConversationRules(
                                Duration.ofDays(90), true, true, true, LastAgent.ANYONE, Duration.ofMinutes(20))));
        add(samples, "flow", EntityKind.FLOW, new Flow(new FlowId("triage"), new QueueId("support")));
        add(
                samples,
                "flow-published",
                EntityKind.FLOW,
                new Flow(
                        new FlowId("triage"),
                        new QueueId("support"),
                        new Flow.Published(
                                3,
                                "steps: [{transfer: Support}]",
                                List.of(new Mention(NamedKind.QUEUE, "Support", "support")))));
        add(
                samples,
                "queue",
                EntityKind.QUEUE,
                new Queue(
                        new QueueId("support"), Set.of(ANNA), Duration.ofMinutes(5), SkillEvaluation.DISREGARD_SKILLS));
        add(
                samples,
                "queue-that-wraps-up",
                EntityKind.QUEUE,
                new Queue(
                        new QueueId("support"),
                        Set.of(ANNA),
                        Duration.ofMinutes(5),
                        SkillEvaluation.ALL_SKILLS,
                        new WrapUp(
                                WrapUp.Mode.MANDATORY_TIMED,
                                Duration.ofSeconds(90),
                                Set.of(new WrapUpCodeId("done")))));
        add(samples, "agent-deactivated", EntityKind.AGENT, new AgentProfile(ANNA, 1, Map.of(), Set.of(), false));
        add(
                samples,
                "agent",
                EntityKind.AGENT,
                new AgentProfile(ANNA, 3, Map.of(new SkillId("billing"), 4), Set.of(new Language("de-CH"))));
    }

    private static void interactions(Map<String, StateChange> samples) {
        add(samples, "waiting", EntityKind.INTERACTION, new Waiting(ENQUIRY, WorkLog.EMPTY));
        add(samples, "waiting-plain", EntityKind.INTERACTION, new Waiting(PLAIN, WorkLog.EMPTY));
        add(samples, "kept", EntityKind.INTERACTION, new Kept(ENQUIRY, LOG, ANNA, NOW));
        add(samples, "offered", EntityKind.INTERACTION, new Offered(ENQUIRY, LOG, ANNA, new OfferId("offer"), NOW));
        add(samples, "handling", EntityKind.INTERACTION, new Handling(ENQUIRY, LOG, ANNA, NOW));
        add(
                samples,
                "wrapping-up",
                EntityKind.INTERACTION,
                new WrappingUp(ENQUIRY, LOG, ANNA, CloseReason.CLOSED_BY_AGENT, NOW, null));
        add(
                samples,
                "wrapping-up-timed",
                EntityKind.INTERACTION,
                new WrappingUp(ENQUIRY, WRAPPED_UP, ANNA, CloseReason.ANSWERED, NOW, NOW.plusSeconds(90)));
        add(
                samples,
                "parked",
                EntityKind.INTERACTION,
                new Parked(ENQUIRY, LOG, ANNA, NOW, NOW.plus(Duration.ofDays(2))));
        add(samples, "sending", EntityKind.INTERACTION, new Sending(ENQUIRY, LOG, ANNA));
        add(samples, "closed", EntityKind.INTERACTION, new Closed(ENQUIRY, LOG, ANNA, CloseReason.ANSWERED, NOW));
    }

    private static void add(Map<String, StateChange> samples, String name, EntityKind kind, Object entity) {
        samples.put(name, new StateChange(kind, "id", entity));
    }
}
