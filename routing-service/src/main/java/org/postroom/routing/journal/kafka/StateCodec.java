package org.postroom.routing.journal.kafka;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import org.postroom.routing.decision.EntityKind;
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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The stored form of routing's entities: JSON of the records. It can be read with any tool out of the changelog, a field
 * that a later version adds reads as absent in what an earlier one wrote, and no schema has to be looked up when a
 * million entities are restored. The names of the interaction's states are kept in stores: never rename one.
 */
final class StateCodec {

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

    /** Writes an entity of a kind. */
    byte[] write(EntityKind kind, Object entity) {
        return mapper.writerFor(kind.type()).writeValueAsBytes(entity);
    }

    /** Reads an entity of a kind. */
    Object read(EntityKind kind, byte[] stored) {
        return mapper.readerFor(kind.type()).readValue(stored);
    }

    private static SimpleModule ids() {
        var module =
                new SimpleModule("ids").addSerializer(new IdWriter()).addKeySerializer(Id.class, new IdKeyWriter());
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

    private static final class IdWriter extends StdSerializer<Id> {

        IdWriter() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator generator, SerializationContext context) {
            generator.writeString(id.value());
        }
    }

    private static final class IdKeyWriter extends StdSerializer<Id> {

        IdKeyWriter() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator generator, SerializationContext context) {
            generator.writeName(id.value());
        }
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
