package org.postroom.benchmarks.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.RecordCheck;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroSerializer;

/** Writes what an installation has: how all stands, and what happened before. */
final class History implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String NAME_SERVER = "ns1.example.test";

    private final int organisations;
    private final KafkaProducer<String, Object> producer;
    private final PostroomAvroSerializer values = new PostroomAvroSerializer();
    private @Nullable Future<RecordMetadata> last;

    History(Map<String, Object> settings, int organisations) {
        this.organisations = organisations;
        values.configure(settings, false);
        producer = new KafkaProducer<>(settings, new StringSerializer(), values);
    }

    /** Writes how every organisation and every domain stands. */
    void writeStandings(int domains) {
        for (int number = 0; number < organisations; number++) {
            String organisation = organisation(number);
            send(
                    Topics.STANDINGS,
                    organisation,
                    EntityKey.ofOrganisation(organisation).toString(),
                    new OrganisationStanding(
                            organisation,
                            number % 100 == 0 ? OrganisationState.SUSPENDED : OrganisationState.ACTIVE,
                            NOW));
        }
        for (int number = 0; number < domains; number++) {
            String organisation = organisation(number);
            send(
                    Topics.STANDINGS,
                    organisation,
                    EntityKey.ofDomain(organisation, domain(number)).toString(),
                    DomainStanding.newBuilder()
                            .setOrganisationId(organisation)
                            .setDomainId(domain(number))
                            .setDomainName(domainName(number))
                            .setReceivesSince(NOW)
                            .setSendsSince(NOW)
                            .setBounceName("bounce." + domainName(number))
                            .setOccurredAt(NOW)
                            .build());
        }
        settle();
    }

    /** Writes the checks of the domains, in turn. */
    void writeChecks(int checks, int domains) {
        for (int number = 0; number < checks; number++) {
            int domain = number % domains;
            send(Topics.DOMAIN_EVENTS, organisation(domain), organisation(domain), check(domain));
        }
        settle();
    }

    private DomainChecked check(int domain) {
        String name = domainName(domain);
        return DomainChecked.newBuilder()
                .setOrganisationId(organisation(domain))
                .setDomainId(domain(domain))
                .setDomainName(name)
                .setTrigger("SCHEDULE")
                .setResults(List.of(
                        found(
                                RecordPurpose.OWNERSHIP,
                                "TXT",
                                "_postroom." + name,
                                "postroom-verification=0123456789ab"),
                        found(RecordPurpose.INBOUND_MX, "MX", name, "10 mx.postroom.test."),
                        found(RecordPurpose.MAIL_FROM_MX, "MX", "bounce." + name, "10 mx.postroom.test."),
                        found(
                                RecordPurpose.MAIL_FROM_SPF,
                                "TXT",
                                "bounce." + name,
                                "v=spf1 include:postroom.test -all"),
                        found(RecordPurpose.DKIM, "TXT", "postroom1._domainkey." + name, "p=" + "A".repeat(392))))
                .setDurationMicros(40_000)
                .setOccurredAt(NOW)
                .build();
    }

    private static RecordCheck found(RecordPurpose purpose, String type, String name, String value) {
        return RecordCheck.newBuilder()
                .setExpected(new IssuedRecord(purpose, true, name, type, value))
                .setFound(List.of(value))
                .setStatus(RecordStatus.OK)
                .setServers(List.of(NAME_SERVER))
                .setTtlSeconds(300L)
                .build();
    }

    private void send(Topic topic, String organisation, String key, SpecificRecord state) {
        int partition = Partitions.partition(
                topic, organisation, key, producer.partitionsFor(topic.name()).size());
        var headers = EventHeaders.of("id", state.getSchema().getFullName(), "benchmark", NOW);
        last = producer.send(new ProducerRecord<>(topic.name(), partition, key, state, headers));
    }

    private String organisation(int number) {
        return "organisation-" + number % organisations;
    }

    private static String domain(int number) {
        return "01920000-0000-7000-8000-%012d".formatted(number);
    }

    private static String domainName(int number) {
        return "support-" + number + ".example.test";
    }

    private void settle() {
        producer.flush();
        if (last != null && last.state() == Future.State.FAILED) {
            throw new IllegalStateException("expected the broker to take all, but it did not", last.exceptionNow());
        }
    }

    @Override
    public void close() {
        producer.close();
        values.close();
    }
}
