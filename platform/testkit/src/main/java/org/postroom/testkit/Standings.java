package org.postroom.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroSerializer;

/** The standings of organisations and domains, as domain-service and verification-service write them. */
public final class Standings {

    private static final Set<String> WRITERS = Set.of(
            Topics.STANDINGS.writerOf(OrganisationStanding.class), Topics.STANDINGS.writerOf(DomainStanding.class));

    private Standings() {}

    /** An organisation stands like this. */
    public static void organisation(String organisationId, OrganisationState state) {
        EventLog.publish(
                Topics.STANDINGS,
                organisationId,
                EntityKey.ofOrganisation(organisationId).toString(),
                new OrganisationStanding(organisationId, state, Instant.now()));
    }

    /** A domain stands like this, or is gone where it is null. */
    public static void domain(String organisationId, String domainId, @Nullable DomainStanding standing) {
        EventLog.publish(
                Topics.STANDINGS,
                organisationId,
                EntityKey.ofDomain(organisationId, domainId).toString(),
                standing);
    }

    /** Says of both writers, as each does after its first start, that all standings are there. */
    public static void complete(String bootstrapServers, String registryUrl) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "schema.registry.url",
                registryUrl,
                "auto.register.schemas",
                false,
                "acks",
                "all");
        var values = new PostroomAvroSerializer();
        values.configure(settings, false);
        var ids = new TimeOrderedIds(java.time.Clock.systemUTC());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), values)) {
            List<ProducerRecord<String, Object>> records = WRITERS.stream()
                    .map(writer -> complete(
                            writer,
                            producer.partitionsFor(Topics.STANDINGS.name()).size(),
                            ids))
                    .collect(Collectors.toList());
            for (ProducerRecord<String, Object> record : records) {
                producer.send(record).get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("expected the broker to take the records, but it did not", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", interrupted);
        }
    }

    private static ProducerRecord<String, Object> complete(String writer, int partitions, TimeOrderedIds ids) {
        var key = EntityKey.ofComplete(writer);
        var state = new StandingsComplete(EntityKey.INSTALLATION, writer, Instant.now());
        return new ProducerRecord<>(
                Topics.STANDINGS.name(),
                Partitions.partition(Topics.STANDINGS, EntityKey.INSTALLATION, key.toString(), partitions),
                key.toString(),
                state,
                EventHeaders.of(ids.next(), state.getSchema().getFullName(), writer, Instant.now()));
    }
}
