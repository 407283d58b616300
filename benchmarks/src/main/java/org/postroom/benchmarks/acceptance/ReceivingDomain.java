package org.postroom.benchmarks.acceptance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroSerializer;

/** Tells the log of one organisation with a domain that receives, one address in it, and its queue, in which nobody works. */
final class ReceivingDomain {

    static final String NAME = "support.acme.test";
    static final String ADDRESS = "help@" + NAME;

    static final String ORGANISATION = "acme";

    private static final String QUEUE = "queue";

    private ReceivingDomain() {}

    static void write(OwnLog log) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = new HashMap<>(log.clients());
        settings.put("acks", "all");
        Instant now = Instant.now();
        try (var values = new PostroomAvroSerializer();
                var producer = producer(settings, values)) {
            send(
                    producer,
                    Topics.STANDINGS,
                    EntityKey.ofOrganisation(ORGANISATION),
                    new OrganisationStanding(ORGANISATION, OrganisationState.ACTIVE, now));
            send(
                    producer,
                    Topics.STANDINGS,
                    EntityKey.ofDomain(ORGANISATION, "domain"),
                    DomainStanding.newBuilder()
                            .setOrganisationId(ORGANISATION)
                            .setDomainId("domain")
                            .setDomainName(NAME)
                            .setReceivesSince(now)
                            .setReceivesUnderName(true)
                            .setOccurredAt(now)
                            .build());
            for (Class<? extends SpecificRecord> standing : List.of(OrganisationStanding.class, DomainStanding.class)) {
                String writer = Topics.STANDINGS.writerOf(standing);
                send(
                        producer,
                        Topics.STANDINGS,
                        EntityKey.ofComplete(writer),
                        new StandingsComplete(EntityKey.INSTALLATION, writer, now));
            }
            configure(producer, now);
        }
    }

    private static void configure(KafkaProducer<String, Object> producer, Instant now)
            throws InterruptedException, ExecutionException {
        send(
                producer,
                Topics.CONFIGURATION,
                new EntityKey(ORGANISATION, EntityKey.QUEUE, QUEUE),
                QueueConfigured.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setQueueId(QUEUE)
                        .setName("Queue")
                        .setChangedBy("benchmark")
                        .setVersion(1)
                        .setOccurredAt(now)
                        .build());
        send(
                producer,
                Topics.CONFIGURATION,
                new EntityKey(ORGANISATION, EntityKey.ADDRESS, "address"),
                AddressConfigured.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setAddressId("address")
                        .setDomainId("domain")
                        .setDomainName(NAME)
                        .setLocalPart("help")
                        .setFromAddress(ADDRESS)
                        .setQueueId(QUEUE)
                        .setChangedBy("benchmark")
                        .setVersion(1)
                        .setOccurredAt(now)
                        .build());
    }

    private static KafkaProducer<String, Object> producer(Map<String, Object> settings, PostroomAvroSerializer values) {
        values.configure(settings, false);
        return new KafkaProducer<>(settings, new StringSerializer(), values);
    }

    /** Into the organisation's partition, where routing looks for it. */
    private static void send(KafkaProducer<String, Object> producer, Topic topic, EntityKey key, SpecificRecord state)
            throws InterruptedException, ExecutionException {
        int partitions = producer.partitionsFor(topic.name()).size();
        var headers = EventHeaders.of(key.toString(), state.getSchema().getFullName(), "benchmark", Instant.EPOCH);
        producer.send(new ProducerRecord<>(
                        topic.name(),
                        Partitions.partition(topic, key.organisationId(), key.toString(), partitions),
                        key.toString(),
                        state,
                        headers))
                .get();
    }
}
