package org.postroom.schemas.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.schemas.registry.RegistryStub;
import org.postroom.schemas.registry.RegistryUnavailableException;

class PostroomAvroSerdeTest {

    private static final String TOPIC = "postroom.agent-events";
    private static final String SUBJECT = TOPIC + "-org.postroom.events.agent.AgentStatusChanged";

    private final RegistryStub registry = RegistryStub.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void readsBackAsGeneratedClassWhatItWrote() {
        // given
        AgentStatusChanged event = statusChanged("agent-é-1");

        // when
        byte[] bytes = serializer(Map.of()).serialize(TOPIC, event);
        Object read = deserializer(Map.of()).deserialize(TOPIC, bytes);

        // then
        assertThat(read).isInstanceOf(AgentStatusChanged.class).isEqualTo(event);
    }

    @Test
    void beginsWithZeroByteAndSchemaId() {
        // given
        for (int i = 0; i < 299; i++) {
            registry.register(
                    "filler", SchemaBuilder.record("Filler" + i).fields().endRecord());
        }

        // when
        byte[] bytes = serializer(Map.of()).serialize(TOPIC, statusChanged("a"));

        // then
        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(300);
    }

    @Test
    void asksTheRegistryOnceForEachSchema() {
        // given
        PostroomAvroSerializer serializer = serializer(Map.of());
        PostroomAvroDeserializer deserializer = deserializer(Map.of());

        // when
        for (int i = 0; i < 100; i++) {
            deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, statusChanged("agent-" + i)));
        }

        // then
        assertThat(registry.requests())
                .containsExactly("POST /subjects/" + SUBJECT + "/versions", "GET /schemas/ids/1");
    }

    @Test
    void keepsTombstones() {
        assertThat(serializer(Map.of()).serialize(TOPIC, null)).isNull();
        assertThat(deserializer(Map.of()).deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void looksUpTheSchemaWhereItMustNotRegisterIt() {
        // given
        registry.register(SUBJECT, AgentStatusChanged.getClassSchema());

        // when
        serializer(Map.of("auto.register.schemas", "false")).serialize(TOPIC, statusChanged("a"));

        // then
        assertThat(registry.requests()).containsExactly("POST /subjects/" + SUBJECT);
    }

    @Test
    void namesSubjectAndCureWhereTheSchemaIsNotRegistered() {
        // given
        PostroomAvroSerializer serializer = serializer(Map.of("auto.register.schemas", "false"));

        // then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, statusChanged("a")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(SUBJECT)
                .hasMessageContaining("schema registration");
    }

    @Test
    void readsAnOlderWritersRecordWithDefaultsForNewFields() {
        // given
        Schema older = withoutField(AgentStatusChanged.getClassSchema(), "nothing");
        GenericRecord record = new GenericData.Record(older);
        statusChanged("a").getSchema().getFields().forEach(field -> record.put(field.name(), generic(field)));

        // when
        Object read =
                deserializer(Map.of()).deserialize(TOPIC, serializer(Map.of()).serialize(TOPIC, record));

        // then
        assertThat(read).isInstanceOf(AgentStatusChanged.class);
    }

    @Test
    void readsAnUnknownRecordAsGeneric() {
        // given
        Schema unknown = SchemaBuilder.record("org.example.Unknown")
                .fields()
                .requiredString("text")
                .endRecord();
        GenericRecord record = new GenericData.Record(unknown);
        record.put("text", "hello");

        // when
        Object read =
                deserializer(Map.of()).deserialize(TOPIC, serializer(Map.of()).serialize(TOPIC, record));

        // then
        assertThat(((GenericRecord) read).get("text")).hasToString("hello");
    }

    @Test
    void readsEveryRecordAsGenericWhereToldSo() {
        // given
        byte[] bytes = serializer(Map.of()).serialize(TOPIC, statusChanged("a"));

        // when
        Object read = deserializer(Map.of("specific.avro.reader", "false")).deserialize(TOPIC, bytes);

        // then
        assertThat(read).isInstanceOf(GenericData.Record.class);
        assertThat(((GenericRecord) read).get("agentId")).hasToString("a");
    }

    @Test
    void refusesWhatIsNoAvroRecord() {
        assertThatThrownBy(() -> serializer(Map.of()).serialize(TOPIC, "text"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Expected an Avro record")
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void refusesRecordsThatAreNotInTheWireFormat() {
        assertThatThrownBy(() -> deserializer(Map.of()).deserialize(TOPIC, new byte[] {'{', '}'}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("zero byte");
    }

    @Test
    void refusesDamagedRecords() {
        // given
        byte[] bytes = serializer(Map.of()).serialize(TOPIC, statusChanged("a"));
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 4);

        // then
        assertThatThrownBy(() -> deserializer(Map.of()).deserialize(TOPIC, cut))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("schema id 1");
    }

    @Test
    void saysWhichSchemaIdIsUnknown() {
        assertThatThrownBy(() -> deserializer(Map.of()).deserialize(TOPIC, new byte[] {0, 0, 0, 0, 9, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("schema id 9")
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void saysThatTheRegistryIsDownInAWayThatMayBeRetried() {
        // given
        PostroomAvroSerializer serializer = serializer(Map.of());
        registry.close();

        // then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, statusChanged("a")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(registry.url());
    }

    @Test
    void writesInTheNewestRegisteredVersionWhereToldSo() {
        // given
        Schema newer = withOptionalField(AgentStatusChanged.getClassSchema(), "note");
        registry.register(SUBJECT, AgentStatusChanged.getClassSchema());
        int newest = registry.register(SUBJECT, newer);

        // when
        byte[] bytes = serializer(Map.of("auto.register.schemas", "false", "use.latest.version", "true"))
                .serialize(TOPIC, statusChanged("a"));

        // then
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(newest);
        assertThat(deserializer(Map.of()).deserialize(TOPIC, bytes)).isEqualTo(statusChanged("a"));
        assertThat(((GenericRecord) deserializer(Map.of("specific.avro.reader", "false"))
                                .deserialize(TOPIC, bytes))
                        .get("note"))
                .isNull();
    }

    @Test
    void refusesANewestVersionThatCannotReadTheRecord() {
        // given
        registry.register(
                SUBJECT,
                SchemaBuilder.record("org.postroom.events.agent.AgentStatusChanged")
                        .fields()
                        .requiredString("somethingElse")
                        .endRecord());
        PostroomAvroSerializer serializer =
                serializer(Map.of("auto.register.schemas", "false", "use.latest.version", "true"));

        // then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, statusChanged("a")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("latest.compatibility.strict");
    }

    @Test
    void mayBeUsedByManyThreads() throws Exception {
        // given
        PostroomAvroSerde serde = new PostroomAvroSerde();
        serde.configure(configuration(Map.of()), false);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String agent = "agent-" + "x".repeat(i * 20);
            work.add(() -> {
                boolean same = true;
                for (int j = 0; j < 50; j++) {
                    byte[] bytes = serde.serializer().serialize(TOPIC, statusChanged(agent + j));
                    same &= statusChanged(agent + j).equals(serde.deserializer().deserialize(TOPIC, bytes));
                }
                return same;
            });
        }

        // when
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> results = threads.invokeAll(work);

            // then
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void forgetsALargeRecordBeforeTheNext() {
        // given
        PostroomAvroSerializer serializer = serializer(Map.of());
        byte[] before = serializer.serialize(TOPIC, statusChanged("a"));

        // when
        byte[] large = serializer.serialize(TOPIC, statusChanged("x".repeat(200_000)));
        byte[] after = serializer.serialize(TOPIC, statusChanged("a"));

        // then
        assertThat(large).hasSizeGreaterThan(200_000);
        assertThat(after).isEqualTo(before);
    }

    private PostroomAvroSerializer serializer(Map<String, ?> settings) {
        PostroomAvroSerializer serializer = new PostroomAvroSerializer();
        serializer.configure(configuration(settings), false);
        return serializer;
    }

    private PostroomAvroDeserializer deserializer(Map<String, ?> settings) {
        PostroomAvroDeserializer deserializer = new PostroomAvroDeserializer();
        deserializer.configure(configuration(settings), false);
        return deserializer;
    }

    private Map<String, Object> configuration(Map<String, ?> settings) {
        Map<String, Object> configuration = new HashMap<>(settings);
        configuration.put("schema.registry.url", registry.url());
        configuration.put("retries.wait.ms", 1);
        configuration.put("unknown.key", "ignored");
        return configuration;
    }

    private static AgentStatusChanged statusChanged(String agentId) {
        return AgentStatusChanged.newBuilder()
                .setOrganisationId("acme")
                .setAgentId(agentId)
                .setStatus(AgentStatus.ON_QUEUE)
                .setPreviousStatus(AgentStatus.OFF_QUEUE)
                .setReason("REQUESTED")
                .setOccurredAt(Instant.parse("2026-11-22T10:15:30.123456Z"))
                .build();
    }

    private static Object generic(Schema.Field field) {
        return switch (field.schema().getType()) {
            case ENUM -> new GenericData.EnumSymbol(field.schema(), "ON_QUEUE");
            case LONG -> 1L;
            default -> "text";
        };
    }

    private static Schema withoutField(Schema schema, String name) {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> !field.name().equals(name))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static Schema withOptionalField(Schema schema, String name) {
        List<Schema.Field> fields = new ArrayList<>(withoutField(schema, "").getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field(name, optional, "A note.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
