package org.postroom.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest {

    private static final Schema ONE =
            SchemaBuilder.record("org.example.One").fields().requiredString("a").endRecord();
    private static final Schema TWO = SchemaBuilder.record("org.example.One")
            .fields()
            .requiredString("a")
            .optionalString("b")
            .endRecord();

    private final RegistryStub registry = RegistryStub.start();
    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void registersASchemaOnce() {
        // given
        RegistryClient client = client(Map.of());

        // when
        int first = client.register("topic-org.example.One", ONE, false);
        int second = client.register("topic-org.example.One", ONE, false);

        // then
        assertThat(first).isEqualTo(second);
        assertThat(client.schemaById(first)).isEqualTo(ONE);
        assertThat(registry.requests()).containsExactly("POST /subjects/topic-org.example.One/versions");
    }

    @Test
    void asksForTheNormalFormWhereToldSo() {
        // when
        client(Map.of()).register("s", ONE, true);

        // then
        assertThat(registry.requests()).containsExactly("POST /subjects/s/versions?normalize=true");
    }

    @Test
    void escapesSubjectNames() {
        // when
        client(Map.of()).register("a b/c", ONE, false);

        // then
        assertThat(registry.requests()).containsExactly("POST /subjects/a%20b%2Fc/versions");
    }

    @Test
    void findsIdAndVersionOfARegisteredSchema() {
        // given
        registry.register("s", ONE);
        int id = registry.register("s", TWO);

        // when
        RegisteredSchema found = client(Map.of()).lookUp("s", TWO, false);

        // then
        assertThat(found).isEqualTo(new RegisteredSchema("s", id, 2, TWO));
    }

    @Test
    void saysThatASchemaIsNotRegistered() {
        assertThatThrownBy(() -> client(Map.of()).lookUp("s", ONE, false))
                .isInstanceOfSatisfying(RegistryRefusedException.class, refused -> {
                    assertThat(refused.isNotFound()).isTrue();
                    assertThat(refused.errorCode()).isEqualTo(RegistryRefusedException.SCHEMA_NOT_FOUND);
                    assertThat(refused).hasMessageContaining(registry.url());
                });
    }

    @Test
    void readsVersionsAndTheLatest() {
        // given
        registry.register("s", ONE);
        registry.register("s", TWO);
        RegistryClient client = client(Map.of());

        // then
        assertThat(client.subjects()).containsExactly("s");
        assertThat(client.versions("s")).containsExactly(1, 2);
        assertThat(client.version("s", 1).schema()).isEqualTo(ONE);
        assertThat(client.latest("s"))
                .hasValueSatisfying(latest -> assertThat(latest.version()).isEqualTo(2));
        assertThat(client.versions("other")).isEmpty();
        assertThat(client.latest("other")).isEmpty();
    }

    @Test
    void tellsWhyASchemaWouldNotBeAccepted() {
        // given
        registry.register("s", ONE);

        // then
        assertThat(client(Map.of()).testCompatibility("s", ONE).compatible()).isTrue();
        assertThat(client(Map.of()).testCompatibility("s", TWO))
                .isEqualTo(new CompatibilityAnswer(false, List.of("a field without a default")));
    }

    @Test
    void sendsCredentialsFromTheSettings() {
        // when
        client(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:secret"))
                .subjects();

        // then
        assertThat(registry.authorizations()).containsExactly("Basic YW5uOnNlY3JldA==");
    }

    @Test
    void sendsCredentialsFromTheAddress() {
        // when
        client(Map.of("schema.registry.url", registry.url().replace("http://", "http://ann:secret@")))
                .subjects();

        // then
        assertThat(registry.authorizations()).containsExactly("Basic YW5uOnNlY3JldA==");
    }

    @Test
    void namesTheSettingsToCheckWhereCredentialsAreRefused() {
        // given
        registry.requireAuthorization("Basic other");

        // then
        assertThatThrownBy(() -> client(Map.of()).subjects())
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    @Test
    void repeatsWithGrowingPausesWhileTheRegistryFails() {
        // given
        registry.failNext(3);

        // when
        client(Map.of("retries.wait.ms", "100", "retries.max.wait.ms", "250")).subjects();

        // then
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(250));
        assertThat(registry.requests()).hasSize(4);
    }

    @Test
    void givesUpAfterTheRepetitionsAllowed() {
        // given
        registry.failNext(100);

        // then
        assertThatThrownBy(() -> client(Map.of("max.retries", "2")).subjects())
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("3 rounds")
                .hasMessageContaining("status 503")
                .hasMessageContaining("schema.registry.url");
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void doesNotRepeatARefusal() {
        // then
        assertThatThrownBy(() -> client(Map.of()).schemaById(77)).isInstanceOf(RegistryRefusedException.class);
        assertThat(registry.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void asksTheNextAddressWhereOneDoesNotAnswerAndStaysThere() {
        // given
        RegistryStub stopped = RegistryStub.start();
        stopped.close();
        RegistryClient client = client(Map.of("schema.registry.url", stopped.url() + ", " + registry.url() + "/"));

        // when
        client.subjects();
        client.subjects();

        // then
        assertThat(registry.requests()).containsExactly("GET /subjects", "GET /subjects");
        assertThat(pauses).isEmpty();
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of())).hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> RegistrySettings.of("localhost:8081")).hasMessageContaining("http://");
        assertThatThrownBy(() -> client(Map.of("basic.auth.credentials.source", "SASL_INHERIT")))
                .hasMessageContaining("USER_INFO");
        assertThatThrownBy(() -> client(Map.of("basic.auth.credentials.source", "USER_INFO")))
                .hasMessageContaining("basic.auth.user.info");
        assertThatThrownBy(() -> client(Map.of("max.retries", "-1"))).hasMessageContaining("max.retries");
    }

    @Test
    void keepsCredentialsOutOfItsDescription() {
        // given
        RegistrySettings settings = RegistrySettings.of("http://ann:secret@registry:8081");

        // then
        assertThat(settings.toString()).contains("http://registry:8081").doesNotContain("secret", "ann");
    }

    private RegistryClient client(Map<String, String> settings) {
        Map<String, String> configuration = new HashMap<>(Map.of("schema.registry.url", registry.url()));
        configuration.putAll(settings);
        return new RegistryClient(RegistrySettings.from(configuration), pauses::add);
    }
}
