package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.decision.Decided;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.directory.SkillLevel;
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
import org.postroom.routing.interaction.CloseReason;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Sending;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WorkLog;
import org.postroom.routing.presence.AgentPresence;

class StateCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final AgentId ANNA = new AgentId("anna");
    private static final Requirement REQUIREMENT = new Requirement(
            new QueueId("support"), List.of(new SkillLevel(new SkillId("billing"), 3)), new Language("de"));
    private static final Enquiry ENQUIRY = new Enquiry(
            new InteractionId("interaction"),
            new ConversationId("conversation"),
            new EmailId("email"),
            new AddressId("help"),
            REQUIREMENT,
            20,
            new Customer("customer@example.com", null),
            "Où est ma commande ?",
            NOW);
    private static final WorkLog LOG = new WorkLog(
            2,
            1,
            Duration.ofMillis(61_500),
            Map.of(ANNA, NOW),
            Set.of(new ReplyId("pending")),
            Set.of(new ReplyId("settled")));

    private final StateCodec codec = new StateCodec();

    static Stream<StateChange> entities() {
        return Stream.of(
                entity(
                        EntityKind.ADDRESS,
                        new Address(
                                new AddressId("help"),
                                Set.of(new EmailAddress("help@support.acme.test")),
                                null,
                                null,
                                REQUIREMENT.skills(),
                                new Language("de"),
                                -3,
                                true)),
                entity(EntityKind.FLOW, new Flow(new FlowId("triage"), new QueueId("support"))),
                entity(EntityKind.QUEUE, new Queue(new QueueId("support"), Set.of(ANNA), Duration.ofMinutes(5))),
                entity(
                        EntityKind.AGENT,
                        new AgentProfile(ANNA, 3, Map.of(new SkillId("billing"), 4), Set.of(new Language("de-CH")))),
                entity(EntityKind.PRESENCE, AgentPresence.unseen(ANNA).goOnQueue(NOW)),
                entity(
                        EntityKind.CONVERSATION,
                        new Conversation(
                                new ConversationId("conversation"),
                                Set.of(new EmailAddress("customer@example.com")),
                                List.of(new MessageId("one@example.com"), new MessageId("two/three@example.com")),
                                new InteractionId("interaction"),
                                NOW)),
                entity(EntityKind.INTERACTION, new Waiting(ENQUIRY, WorkLog.EMPTY)),
                entity(EntityKind.INTERACTION, new Offered(ENQUIRY, LOG, ANNA, new OfferId("offer"), NOW)),
                entity(EntityKind.INTERACTION, new Handling(ENQUIRY, LOG, ANNA, NOW)),
                entity(EntityKind.INTERACTION, new Sending(ENQUIRY, LOG, ANNA)),
                entity(EntityKind.INTERACTION, new Closed(ENQUIRY, LOG, ANNA, CloseReason.ANSWERED, NOW)),
                entity(EntityKind.DECIDED_EMAIL, new Decided(NOW)),
                entity(EntityKind.DECIDED_COMMAND, new Decided(NOW)));
    }

    private static StateChange entity(EntityKind kind, Object entity) {
        return new StateChange(kind, "id", entity);
    }

    @ParameterizedTest
    @MethodSource("entities")
    void readsWhatItWrote(StateChange stored) {
        var bytes = codec.write(stored.kind(), stored.entity());

        assertThat(codec.read(stored.kind(), bytes)).isEqualTo(stored.entity());
    }

    @Test
    void keepsTheStoredFormOfInteractions() {
        var bytes = codec.write(EntityKind.INTERACTION, new Handling(ENQUIRY, WorkLog.EMPTY, ANNA, NOW));

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("""
                        {"state":"handling","enquiry":{"interactionId":"interaction","conversationId":"conversation",\
                        "emailId":"email","addressId":"help","requirement":{"queueId":"support","skills":\
                        [{"skillId":"billing","proficiency":3}],"language":{"tag":"de"}},"priority":20,"customer":\
                        {"address":"customer@example.com","name":null},"subject":"Où est ma commande ?",\
                        "waitingSince":"2026-11-22T08:00:00.123Z"},"log":{"offers":0,"segments":0,"handled":"PT0S",\
                        "declinedAt":{},"pendingReplies":[],"settledReplies":[]},"agentId":"anna",\
                        "segmentSince":"2026-11-22T08:00:00.123Z"}""");
    }

    @Test
    void ignoresFieldsOfLaterVersions() {
        var stored = "{\"at\":\"2026-11-22T08:00:00.123Z\",\"later\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(codec.read(EntityKind.DECIDED_EMAIL, stored)).isEqualTo(new Decided(NOW));
    }

    @Test
    void keepsOrganisationKindAndIdApartInKeys() {
        var key = new StateKey("acme", EntityKind.CONVERSATION, "a/b");

        assertThat(key.text()).isEqualTo("acme/CONVERSATION/a/b");
        assertThat(StateKey.parse(key.text())).isEqualTo(key);
    }

    @Test
    void readsAQueueThatAnEarlierVersionStored() {
        var stored = "{\"queueId\":\"support\",\"members\":[\"anna\"],\"alertingTimeout\":\"PT5M\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(new StateCodec().read(EntityKind.QUEUE, stored))
                .isEqualTo(new Queue(new QueueId("support"), Set.of(ANNA), Duration.ofMinutes(5)));
    }
}
