package org.postroom.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.schemas.catalogue.JobSettings;
import org.postroom.schemas.catalogue.RoutingJournal;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/**
 * The deployment job that registers the schema of every event of this release, so that the services need not (and, with
 * {@code auto.register.schemas=false}, cannot). Safe to repeat: what is registered stays as it is.
 */
public final class SchemaRegistration {

    /** The compatibility that every subject must have. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final RegistryClient registry;

    /** Creates the job for one registry. */
    public SchemaRegistration(RegistryClient registry) {
        this.registry = registry;
    }

    /**
     * What was done for one subject.
     *
     * @param subject the subject: topic and record
     * @param id the schema's id in the registry
     * @param added true where the schema was registered now, false where it was there
     */
    public record Outcome(String subject, int id, boolean added) {}

    /**
     * Registers every event and command under its topic, and what routing merges under the journal too.
     *
     * @return what was done, in the catalogue's order
     * @throws RegistryUnavailableException where the registry does not answer
     * @throws RegistryRefusedException where the registry refuses a schema, for instance as incompatible
     */
    public List<Outcome> registerAll() {
        boolean demandedAlready = registry.compatibility().equals(COMPATIBILITY);
        List<Outcome> outcomes = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            for (Class<? extends SpecificRecord> type : carriedBy(topic)) {
                outcomes.add(register(topic, SpecificData.get().getSchema(type), demandedAlready));
            }
        }
        return outcomes;
    }

    private Outcome register(Topic topic, Schema schema, boolean demandedAlready) {
        String subject = SubjectNameStrategy.TOPIC_RECORD.subject(topic.name(), false, schema);
        try {
            return new Outcome(subject, registry.lookUp(subject, schema, false).id(), false);
        } catch (RegistryRefusedException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
        if (!demandedAlready) {
            registry.requireCompatibility(subject, COMPATIBILITY);
        }
        return new Outcome(subject, registry.register(subject, schema, false), true);
    }

    /** The topic's own records, and for the routing journal those that are merged into it. */
    private static List<Class<? extends SpecificRecord>> carriedBy(Topic topic) {
        Stream<Class<? extends SpecificRecord>> own = topic.records().stream().map(Topic.Entry::type);
        if (!topic.equals(Topics.ROUTING_JOURNAL)) {
            return own.toList();
        }
        return Stream.concat(
                        own,
                        RoutingJournal.sources().stream()
                                .flatMap(source -> RoutingJournal.recordsFrom(source).stream()))
                .toList();
    }

    /**
     * Runs the job and prints what it did. The arguments are {@code key=value} or properties files, with the keys of
     * {@link RegistrySettings}.
     */
    @SuppressWarnings("SystemOut") // The program's output is for the person or pipeline that runs it.
    public static void main(String... arguments) {
        RegistrySettings settings = RegistrySettings.from(JobSettings.from(arguments));
        List<Outcome> outcomes = new SchemaRegistration(new RegistryClient(settings)).registerAll();
        for (Outcome outcome : outcomes) {
            System.out.printf(
                    "%-10s id %-5d %s%n", outcome.added() ? "registered" : "present", outcome.id(), outcome.subject());
        }
        System.out.printf(
                "%d schemas, %d of them new%n",
                outcomes.size(), outcomes.stream().filter(Outcome::added).count());
    }
}
