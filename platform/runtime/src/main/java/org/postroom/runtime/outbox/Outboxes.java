package org.postroom.runtime.outbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.kafka.TraceHeaders;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Makes an outbox for a database that has its tables ({@code classpath:db/runtime}), be it the service's or one capability's. */
public final class Outboxes {

    private Outboxes() {}

    /**
     * Makes the outbox.
     *
     * @param producers whose serializer turns events into what the log keeps
     * @param source the service, as events name it
     * @param largest how large an event may be
     */
    @SuppressWarnings("unchecked")
    public static Outbox outbox(
            JdbcClient database,
            ProducerFactory<String, Object> producers,
            String source,
            IdSource ids,
            Clock clock,
            TraceHeaders trace,
            DataSize largest)
            throws ReflectiveOperationException {
        Map<String, Object> settings = producers.getConfigurationProperties();
        Object type = settings.get("value.serializer");
        Class<?> serializerClass = type instanceof Class<?> known ? known : Class.forName(String.valueOf(type));
        var serializer =
                (Serializer<Object>) serializerClass.getDeclaredConstructor().newInstance();
        serializer.configure(settings, false);
        return new Outbox(database, serializer, source, ids, clock, trace, largest.toBytes());
    }

    /**
     * Makes the work that publishes what is in it.
     *
     * @param prepare sees to it that the tables are there; what it throws is logged, and it is tried again
     */
    public static RepeatedWork relay(
            JdbcClient database,
            TransactionTemplate transactions,
            ProducerFactory<String, Object> producers,
            Runnable prepare) {
        Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
        return new RepeatedWork("outbox-relay", () -> {
            prepare.run();
            return new OutboxRelay(
                    database,
                    transactions,
                    new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
        });
    }
}
