package org.postroom.schemas.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.postroom.schemas.catalogue.TopicPlan.Shape;

/**
 * The deployment job that brings a cluster's topics into the catalogue's shape: every topic and its dead-letter topic.
 * Missing topics are created, a configuration that differs from the catalogue's is set right, and a wrong number of
 * partitions is refused, since it cannot be mended. Safe to repeat.
 */
public final class TopicProvisioner {

    private final Admin admin;
    private final TopicSettings settings;

    /** Creates the job; the caller closes the admin client. */
    public TopicProvisioner(Admin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** What was done about a topic. */
    public enum Action {
        /** It was missing. */
        CREATED,
        /** Its configuration differed from the catalogue's. */
        CORRECTED,
        /** It was as it should be. */
        UNCHANGED
    }

    /**
     * What was done about one topic.
     *
     * @param topic the topic's name
     * @param action what was done
     */
    public record Outcome(String topic, Action action) {}

    /**
     * Brings all topics into shape.
     *
     * @return what was done: every topic in the catalogue's order, then every dead-letter topic
     * @throws IllegalStateException where a topic has another number of partitions; nothing was changed then
     * @throws KafkaException where Kafka does not answer or refuses
     */
    public List<Outcome> provision() {
        List<Shape> wanted = TopicPlan.wanted(settings.partitions());
        TopicPlan plan = TopicPlan.of(wanted, present(wanted));
        if (!plan.refusals().isEmpty()) {
            throw new IllegalStateException(String.join(" ", plan.refusals()));
        }
        if (!plan.corrections().isEmpty()) {
            await(admin.incrementalAlterConfigs(corrections(plan)).all(), "correct the topics' configuration");
        }
        if (!plan.missing().isEmpty()) {
            await(
                    admin.createTopics(
                                    plan.missing().stream().map(this::newTopic).toList())
                            .all(),
                    "create the missing topics");
        }
        return wanted.stream()
                .map(topic -> new Outcome(topic.name(), action(topic, plan)))
                .toList();
    }

    private static Action action(Shape topic, TopicPlan plan) {
        if (plan.missing().contains(topic)) {
            return Action.CREATED;
        }
        return plan.corrections().containsKey(topic.name()) ? Action.CORRECTED : Action.UNCHANGED;
    }

    private Map<String, Shape> present(List<Shape> wanted) {
        Set<String> names = new HashSet<>(await(admin.listTopics().names(), "list the topics"));
        names.retainAll(wanted.stream().map(Shape::name).collect(Collectors.toSet()));
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(names).allTopicNames(), "describe the topics");
        List<ConfigResource> resources =
                names.stream().map(TopicProvisioner::resource).toList();
        Map<ConfigResource, Config> configurations =
                await(admin.describeConfigs(resources).all(), "read the topics' configuration");
        Map<String, Shape> present = new HashMap<>();
        configurations.forEach((resource, configuration) -> {
            TopicDescription description = descriptions.get(resource.name());
            if (description != null) {
                present.put(
                        resource.name(),
                        new Shape(resource.name(), description.partitions().size(), values(configuration)));
            }
        });
        return present;
    }

    private static Map<String, String> values(Config configuration) {
        Map<String, String> values = new HashMap<>();
        configuration.entries().forEach(entry -> values.put(entry.name(), String.valueOf(entry.value())));
        return values;
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> corrections(TopicPlan plan) {
        return plan.corrections().entrySet().stream()
                .collect(Collectors.toMap(
                        topic -> resource(topic.getKey()),
                        topic -> topic.getValue().entrySet().stream()
                                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                                .toList()));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private NewTopic newTopic(Shape shape) {
        Map<String, String> configuration = new HashMap<>(settings.configuration());
        configuration.putAll(shape.configuration());
        Optional<Short> replication =
                settings.replicationFactor() < 1 ? Optional.empty() : Optional.of(settings.replicationFactor());
        return new NewTopic(shape.name(), Optional.of(shape.partitions()), replication).configs(configuration);
    }

    private static <T> T await(KafkaFuture<T> answer, String purpose) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka could not " + purpose + ": " + e.getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while asking Kafka to " + purpose, e);
        }
    }

    /**
     * Runs the job and prints what it did. The arguments are {@code key=value} or properties files, with the keys of
     * {@link TopicSettings} and of Kafka's admin client ({@code bootstrap.servers}).
     */
    @SuppressWarnings("SystemOut") // The program's output is for the person or pipeline that runs it.
    public static void main(String... arguments) {
        Map<String, String> job = JobSettings.from(arguments);
        Map<String, Object> client = new HashMap<>(job);
        client.keySet().removeIf(key -> key.startsWith("postroom."));
        try (Admin admin = Admin.create(client)) {
            new TopicProvisioner(admin, TopicSettings.from(job))
                    .provision()
                    .forEach(outcome -> System.out.printf("%-10s %s%n", outcome.action(), outcome.topic()));
        }
    }
}
