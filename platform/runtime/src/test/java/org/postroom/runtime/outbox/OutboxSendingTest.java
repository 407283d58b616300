package org.postroom.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.postroom.schemas.catalogue.Topics;

class OutboxSendingTest {

    private static final String TOPIC = Topics.CONFIGURATION.name();
    private static final int MOST = 1_000_000;

    private final Broker broker = new Broker();

    @Test
    void setsAsideWhatIsTooLargeAndWhatIsBehindItAndPublishesAllElse() {
        List<OutboxRow> rows = List.of(
                row(1, "acme", "acme/agent/ada", 10),
                row(2, "acme", "acme/agent/ada", MOST + 1),
                row(3, "acme", "acme/agent/ada", 10),
                row(4, "acme", "acme/agent/grace", 10),
                row(5, "other", "other/agent/ada", 10));

        BatchOutcome outcome = outcome(rows);

        assertThat(outcome.published()).containsExactly(1L, 4L, 5L);
        assertThat(outcome.setAside().keySet()).extracting(OutboxRow::id).containsExactly(2L, 3L);
        assertThat(outcome.setAside().get(rows.get(1))).contains("RecordTooLarge");
        assertThat(outcome.setAside().get(rows.get(2))).contains("earlier event");
        assertThat(broker.history()).hasSize(3);
    }

    @Test
    void keepsTheOrderOfAnOrganisationThatMustWaitAndLetsOthersPass() {
        broker.unreachable = "acme/agent/ada";
        List<OutboxRow> rows = List.of(
                row(1, "acme", "acme/agent/grace", 10),
                row(2, "acme", "acme/agent/ada", 10),
                row(3, "other", "other/agent/ada", 10),
                row(4, "acme", "acme/agent/grace", 10));

        BatchOutcome outcome = outcome(rows);

        assertThat(outcome.published()).containsExactly(1L, 3L);
        assertThat(outcome.setAside()).isEmpty();
        assertThat(outcome.waiting()).containsExactly("acme");
    }

    @Test
    void setsAsideWhatComesBehindARowThatWasSetAsideBefore() {
        var behind = new OutboxRow(1, TOPIC, "acme", "acme/agent/ada", new byte[1], "{}", true);

        assertThat(outcome(List.of(behind)).setAside()).containsKey(behind);
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void setsAsideWhatNoBrokerCanTake() {
        var unknown = new OutboxRow(1, "postroom.nothing", "acme", "acme", new byte[1], "{}", false);
        var unreadable = new OutboxRow(2, TOPIC, "acme", "acme", new byte[1], "[]", false);

        assertThat(outcome(List.of(unknown, unreadable)).setAside()).hasSize(2);
    }

    private BatchOutcome outcome(List<OutboxRow> rows) {
        return BatchOutcome.of(rows, new OutboxSending(broker, Duration.ofSeconds(5)).send(rows));
    }

    private static OutboxRow row(long id, String organisation, String key, int octets) {
        return new OutboxRow(id, TOPIC, organisation, key, new byte[octets], "{}", false);
    }

    /** Refuses as a producer does: at once what is too large, later what is not delivered in time. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private String unreachable = "";

        Broker() {
            super(cluster(), true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> event) {
            if (event.value().length > MOST) {
                return CompletableFuture.failedFuture(new RecordTooLargeException("too large"));
            }
            if (event.key().equals(unreachable)) {
                return CompletableFuture.failedFuture(new TimeoutException("not in time"));
            }
            return super.send(event);
        }

        private static Cluster cluster() {
            var node = new Node(1, "localhost", 1);
            var partition = new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node});
            return new Cluster("test", List.of(node), List.of(partition), Set.of(), Set.of());
        }
    }
}
