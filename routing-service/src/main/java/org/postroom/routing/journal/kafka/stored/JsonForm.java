package org.postroom.routing.journal.kafka.stored;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.Id;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.OfferId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Sending;
import org.postroom.routing.interaction.Waiting;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * How entities were stored before there were versions: JSON of the records as they were then. It is only read. An entity is
 * raised where it changed since; a field that is missing was not there yet.
 */
final class JsonForm {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(ids())
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Interaction.class, States.class)
            .changeDefaultVisibility(visibility -> visibility
                    .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                    .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
                    .withFieldVisibility(JsonAutoDetect.Visibility.ANY))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Waiting.class, name = "waiting"),
        @JsonSubTypes.Type(value = Offered.class, name = "offered"),
        @JsonSubTypes.Type(value = Handling.class, name = "handling"),
        @JsonSubTypes.Type(value = Sending.class, name = "sending"),
        @JsonSubTypes.Type(value = Closed.class, name = "closed")
    })
    private interface States {}

    /** Reads an entity of a kind. */
    Object read(EntityKind kind, byte[] stored) {
        if (kind != EntityKind.ADDRESS
                && kind != EntityKind.QUEUE
                && kind != EntityKind.AGENT
                && kind != EntityKind.CONVERSATION) {
            return mapper.readerFor(kind.type()).readValue(stored);
        }
        var entity = (ObjectNode) mapper.readTree(stored);
        raise(kind, entity);
        return mapper.readerFor(kind.type()).readValue(entity);
    }

    private static void raise(EntityKind kind, ObjectNode entity) {
        if (kind == EntityKind.ADDRESS) {
            entity.put("spamRoute", SpamRoute.DISCONNECT.name());
        } else if (kind == EntityKind.AGENT) {
            entity.put("active", true);
        } else if (kind == EntityKind.CONVERSATION) {
            entity.putArray("alsoOpen");
            entity.putArray("subjects");
            entity.putArray("mails");
        } else {
            boolean disregardsSkills = entity.path("disregardsSkills").asBoolean(false);
            entity.remove("disregardsSkills");
            entity.put("evaluation", DirectoryForms.evaluation(disregardsSkills).name());
            entity.putObject("wrapUp")
                    .put("mode", WrapUp.AS_AGENTS_WISH.mode().name())
                    .put("time", WrapUp.AS_AGENTS_WISH.time().toString())
                    .putArray("codes");
        }
    }

    private static SimpleModule ids() {
        var module = new SimpleModule("ids");
        add(module, AddressId.class, AddressId::new);
        add(module, AgentId.class, AgentId::new);
        add(module, ConversationId.class, ConversationId::new);
        add(module, EmailId.class, EmailId::new);
        add(module, FlowId.class, FlowId::new);
        add(module, InteractionId.class, InteractionId::new);
        add(module, MessageId.class, MessageId::new);
        add(module, OfferId.class, OfferId::new);
        add(module, QueueId.class, QueueId::new);
        add(module, ReplyId.class, ReplyId::new);
        add(module, SkillId.class, SkillId::new);
        return module;
    }

    private static <T extends Id> void add(SimpleModule module, Class<T> type, Function<String, T> constructor) {
        module.addDeserializer(type, new IdReader<>(type, constructor));
        module.addKeyDeserializer(type, new IdKeyReader<>(constructor));
    }

    private static final class IdReader<T extends Id> extends StdDeserializer<T> {

        private final Function<String, T> constructor;

        IdReader(Class<T> type, Function<String, T> constructor) {
            super(type);
            this.constructor = constructor;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return constructor.apply(parser.getString());
        }
    }

    private static final class IdKeyReader<T extends Id> extends KeyDeserializer {

        private final Function<String, T> constructor;

        IdKeyReader(Function<String, T> constructor) {
            this.constructor = constructor;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return constructor.apply(key);
        }
    }
}
