package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.schemas.catalogue.TopicProvisioner;
import org.postroom.schemas.catalogue.TopicProvisioner.Action;
import org.postroom.schemas.catalogue.TopicProvisioner.Outcome;
import org.postroom.schemas.catalogue.TopicSettings;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.registry.RegisteredSchema;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistryRefusedException;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.registry.SchemaRegistration;

/** The jobs that a deployment runs before the services start, a second time: the parts have run them once already. */
class DeploymentJobsIT {

    private static final int PARTITIONS = 3;
    private static final String DEAD_LETTERS = Topics.AGENT_EVENTS.deadLetters();
    private static final String SUBJECT = Topics.AGENT_EVENTS.name() + "-org.postroom.events.agent.AgentStatusChanged";

    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", Parts.broker().bootstrapServers()));
    private final RegistryClient registry = new RegistryClient(RegistrySettings.of(Parts.registryUrl()));

    @AfterEach
    void stop() {
        admin.close();
    }

    @Test
    void leavesProvisionedTopicsAlone() {
        assertThat(provision(PARTITIONS)).extracting(Outcome::action).containsOnly(Action.UNCHANGED);
    }

    @Test
    void setsAChangedTopicRight() throws Exception {
        // given
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, DEAD_LETTERS);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry("retention.ms", "86400000"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();

        // when
        List<Outcome> outcomes = provision(PARTITIONS);

        // then
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.action() != Action.UNCHANGED)
                .containsExactly(new Outcome(DEAD_LETTERS, Action.CORRECTED));
        assertThat(provision(PARTITIONS)).extracting(Outcome::action).containsOnly(Action.UNCHANGED);
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        assertThatThrownBy(() -> provision(PARTITIONS + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("postroom.topics.partitions to 3");
    }

    @Test
    void findsEverySchemaRegistered() {
        // given
        var registration = new SchemaRegistration(registry);

        // then
        assertThat(registration.registerAll()).isNotEmpty().noneMatch(SchemaRegistration.Outcome::added);
    }

    @Test
    void registryRefusesWhatOldReadersWouldNotUnderstand() {
        // given
        var incompatible = SchemaBuilder.record("org.postroom.events.agent.AgentStatusChanged")
                .fields()
                .requiredString("somethingElse")
                .endRecord();

        // then
        assertThat(registry.testCompatibility(SUBJECT, incompatible).compatible())
                .isFalse();
        assertThatThrownBy(() -> registry.register(SUBJECT, incompatible, false))
                .isInstanceOfSatisfying(
                        RegistryRefusedException.class,
                        refused -> assertThat(refused.status()).isEqualTo(409));
    }

    @Test
    void registryAnswersWhatTheClientAsks() {
        // when
        RegisteredSchema found = registry.lookUp(SUBJECT, AgentStatusChanged.getClassSchema(), false);

        // then
        assertThat(found.version()).isEqualTo(1);
        assertThat(registry.schemaById(found.id())).isEqualTo(AgentStatusChanged.getClassSchema());
        assertThat(registry.subjects()).contains(SUBJECT);
        assertThat(registry.versions(SUBJECT)).containsExactly(1);
        assertThat(registry.latest(SUBJECT)).hasValue(found);
        assertThat(registry.version(SUBJECT, 1)).isEqualTo(found);
        assertThat(registry.latest("no-such-subject")).isEmpty();
        assertThatThrownBy(() -> registry.schemaById(999_999))
                .isInstanceOfSatisfying(
                        RegistryRefusedException.class,
                        refused ->
                                assertThat(refused.errorCode()).isEqualTo(RegistryRefusedException.SCHEMA_NOT_FOUND));
    }

    private List<Outcome> provision(int partitions) {
        return new TopicProvisioner(admin, new TopicSettings(partitions, (short) 1, Map.of())).provision();
    }
}
