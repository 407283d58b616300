package org.postroom.routing.journal.kafka.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.decision.Decided;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;

class StoredFormTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");

    private final StoredForm form = new StoredForm();

    static Stream<StateChange> entities() {
        return StoredSamples.byName().values().stream();
    }

    @ParameterizedTest
    @MethodSource("entities")
    void readsWhatItWrote(StateChange stored) {
        var bytes = form.write(stored.kind(), stored.entity());

        assertThat(bytes[0]).isEqualTo((byte) StoredForm.VERSION);
        assertThat(form.read(stored.kind(), bytes)).isEqualTo(stored.entity());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void refusesWhatIsCutOffOrGoesOn(StateChange stored) {
        var bytes = form.write(stored.kind(), stored.entity());

        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> form.read(stored.kind(), cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> form.read(stored.kind(), Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesWhatALaterReleaseWrote() {
        var bytes = form.write(EntityKind.DECIDED_EMAIL, new Decided(NOW));
        bytes[0] = StoredForm.VERSION + 1;

        assertThatThrownBy(() -> form.read(EntityKind.DECIDED_EMAIL, bytes))
                .hasMessageContaining("expected a stored DECIDED_EMAIL of version 1 to " + StoredForm.VERSION)
                .hasMessageContaining("a later release");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01936c5e-0000-7000-8000-00000000000a",
                "01936C5E-0000-7000-8000-00000000000A",
                "01936c5e-0000-7000-8000-00000000000g",
                "01936c5e00000-7000-8000-00000000000a",
                "Où est ma commande ? 📦"
            })
    void keepsEveryTextAsItIs(String text) {
        var writer = new StoredWriter();
        writer.begin(StoredForm.VERSION);
        writer.text(text);

        assertThat(new StoredReader(writer.toBytes(), StoredForm.VERSION).text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, -64, 64, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void keepsEveryNumber(long number) {
        var writer = new StoredWriter();
        writer.begin(StoredForm.VERSION);
        writer.number(number);

        assertThat(new StoredReader(writer.toBytes(), StoredForm.VERSION).number())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "2026-11-22T08:00:00.000001Z"})
    void keepsEveryMoment(Instant moment) {
        var bytes = form.write(EntityKind.DECIDED_EMAIL, new Decided(moment));

        assertThat(form.read(EntityKind.DECIDED_EMAIL, bytes)).isEqualTo(new Decided(moment));
    }

    @Test
    void keepsAConversationWithAllTheMessagesThatItIsRecognisedBy() {
        var conversation = Conversation.begin(new ConversationId("long"), NOW);
        for (int number = 0; number < Conversation.MESSAGE_IDS_KEPT; number++) {
            conversation = conversation.withMail(
                    new MessageId(number + "-with-a-long-name@example.com"),
                    List.of(new EmailAddress(number + "@example.com")),
                    NOW);
        }

        var bytes = form.write(EntityKind.CONVERSATION, conversation);

        assertThat(form.read(EntityKind.CONVERSATION, bytes)).isEqualTo(conversation);
    }

    @Test
    void ignoresFieldsOfAfterTheFirstRelease() {
        var stored = "{\"at\":\"2026-11-22T08:00:00.123Z\",\"later\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(form.read(EntityKind.DECIDED_EMAIL, stored)).isEqualTo(new Decided(NOW));
    }

    @Test
    void raisesAQueueFromBeforeSkillsCouldBeDisregarded() {
        var stored = "{\"queueId\":\"support\",\"members\":[\"anna\"],\"alertingTimeout\":\"PT5M\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(form.read(EntityKind.QUEUE, stored))
                .isEqualTo(new Queue(new QueueId("support"), Set.of(new AgentId("anna")), Duration.ofMinutes(5)));
    }
}
