package org.postroom.benchmarks.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.EmailId;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroSerializer;

/**
 * One organisation with a hundred kinds of work that nobody is on queue for, so that it waits, and one address whose mails are
 * offered at once.
 */
final class LoadedCentre implements AutoCloseable {

    private static final String ORGANISATION = "01936c5e-0000-7000-8000-000000000001";
    private static final String SERVED = "served";
    private static final int QUEUES = 10;
    private static final int ADDRESSES = 100;
    private static final int AGENTS = 50;
    private static final int CAPACITY = 100_000;
    private static final int ALERTING_SECONDS = 7_200;

    private final KafkaProducer<String, byte[]> producer;
    private final PostroomAvroSerializer values = new PostroomAvroSerializer();
    private @Nullable Future<RecordMetadata> last;
    private int mails;

    /** A mail that is ready to be sent. */
    record Mail(String emailId, ProducerRecord<String, byte[]> entry) {

        /** The name of the interaction that begins with it. */
        String interactionId() {
            return DerivedIds.interactionOf(new EmailId(emailId)).value();
        }
    }

    LoadedCentre(Map<String, Object> settings) {
        values.configure(settings, false);
        Map<String, Object> own = new HashMap<>(settings);
        own.put("acks", "all");
        own.put("linger.ms", 0);
        producer = new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer());
    }

    /** Writes the configuration, and puts the agents on queue who serve the one address. */
    void configure(Instant now) {
        var agents = new ArrayList<String>();
        for (int number = 0; number < AGENTS; number++) {
            agents.add("agent-" + number);
        }
        for (int queue = 0; queue < QUEUES; queue++) {
            configure("queue", queue("queue-" + queue, List.of(), now));
        }
        configure("queue", queue(SERVED, agents, now));
        for (int number = 0; number < ADDRESSES; number++) {
            configure("address", address("address-" + number, "queue-" + number % QUEUES, number / QUEUES, now));
        }
        configure("address", address(SERVED, SERVED, 0, now));
        for (var agent : agents) {
            configure("agent", agent(agent, now));
            send(
                    Topics.ROUTING_COMMANDS,
                    ORGANISATION,
                    new ChangeAgentStatus(ORGANISATION, "command-" + agent, agent, AgentStatus.ON_QUEUE, now));
        }
        producer.flush();
    }

    /** Makes mails that will wait. */
    List<Mail> waiting(int count, Instant now) {
        var made = new ArrayList<Mail>(count);
        for (int number = 0; number < count; number++) {
            made.add(mail("address-" + number % ADDRESSES, now));
        }
        return made;
    }

    /** Makes mails that are offered at once. */
    List<Mail> served(int count, Instant now) {
        var made = new ArrayList<Mail>(count);
        for (int number = 0; number < count; number++) {
            made.add(mail(SERVED, now));
        }
        return made;
    }

    /**
     * Sends mails.
     *
     * @param perSecond how many each second; 0 for as many as are taken
     * @param acknowledged is told the number of each mail that the broker has
     */
    void send(List<Mail> all, double perSecond, IntConsumer acknowledged) {
        long begun = System.nanoTime();
        for (int number = 0; number < all.size(); number++) {
            if (perSecond > 0) {
                long due = begun
                        + (long) (number / perSecond * Duration.ofSeconds(1).toNanos());
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
            int sent = number;
            last = producer.send(all.get(number).entry(), (_, failure) -> {
                if (failure == null) {
                    acknowledged.accept(sent);
                }
            });
        }
        producer.flush();
        if (last != null && last.state() == Future.State.FAILED) {
            throw new IllegalStateException("expected the broker to take all, but it did not", last.exceptionNow());
        }
    }

    private void configure(String kind, SpecificRecord state) {
        var id = String.valueOf(state.get(1));
        send(Topics.CONFIGURATION, new EntityKey(ORGANISATION, kind, id).toString(), state);
    }

    private void send(Topic topic, String key, SpecificRecord event) {
        try {
            producer.send(entry(topic, key, event)).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException("expected the broker to take it, but it did not", failure);
        }
    }

    private ProducerRecord<String, byte[]> entry(Topic topic, String key, SpecificRecord event) {
        int partition = Partitions.partition(
                topic, ORGANISATION, key, producer.partitionsFor(topic.name()).size());
        var headers = EventHeaders.of("id", event.getSchema().getFullName(), "benchmark", Instant.ofEpochMilli(0));
        return new ProducerRecord<>(topic.name(), partition, key, values.serialize(topic.name(), event), headers);
    }

    private Mail mail(String address, Instant now) {
        var emailId = "01936c5e-0000-7000-9000-%012d".formatted(mails++);
        var customer = "customer-" + mails + "@example.com";
        var event = EmailReceived.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setEmailId(emailId)
                .setRecipients(List.of(new AddressedTo(address, address + "@support.acme.test")))
                .setEnvelopeSender(customer)
                .setFrom(new MailAddress(customer, "A. Customer"))
                .setTo(List.of(new MailAddress(address + "@support.acme.test", null)))
                .setSubject("Where is my order number " + mails + "?")
                .setMessageId(emailId + "@example.com")
                .setMessage(new MessageReference(ORGANISATION + "/2026/01/01/" + emailId, 5_000L, "0".repeat(64)))
                .setClientAddress("192.0.2.1")
                .setClientName("mail.example.com")
                .setOccurredAt(now)
                .build();
        return new Mail(emailId, entry(Topics.EMAIL_EVENTS, ORGANISATION, event));
    }

    private static QueueConfigured queue(String id, List<String> members, Instant now) {
        return QueueConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setQueueId(id)
                .setName(id)
                .setMemberAgentIds(members)
                .setAlertingTimeoutSeconds(ALERTING_SECONDS)
                .setChangedBy("benchmark")
                .setVersion(1)
                .setOccurredAt(now)
                .build();
    }

    private static AddressConfigured address(String id, String queue, int skill, Instant now) {
        return AddressConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setAddressId(id)
                .setDomainId("domain")
                .setDomainName("support.acme.test")
                .setLocalPart(id)
                .setFromAddress(id + "@support.acme.test")
                .setQueueId(queue)
                .setSkills(skill == 0 ? List.of() : List.of(new SkillRequirement("skill-" + skill, 1)))
                .setChangedBy("benchmark")
                .setVersion(1)
                .setOccurredAt(now)
                .build();
    }

    private static AgentConfigured agent(String id, Instant now) {
        return AgentConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setAgentId(id)
                .setDisplayName(id)
                .setEmailCapacity(CAPACITY)
                .setChangedBy("benchmark")
                .setVersion(1)
                .setOccurredAt(now)
                .build();
    }

    @Override
    public void close() {
        producer.close();
        values.close();
    }
}
