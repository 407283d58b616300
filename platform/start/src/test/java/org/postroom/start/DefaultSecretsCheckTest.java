package org.postroom.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DefaultSecretsCheckTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "", "no-such-host.invalid"})
    void refusesAPublishedSecretWhereverOthersCanReachIt(String address) {
        environment.setProperty("server.address", address);
        environment.setProperty("a.client-secret", "console");

        refuses("a.client-secret");
    }

    @Test
    void takesAnAddressThatIsNotSetForEveryAddress() {
        environment.setProperty("a.client-secret", "console");

        refuses("a.client-secret");
    }

    @Test
    void looksAtEachElementOfAListAndAtAnEmptySecret() {
        environment.setProperty("a.client-secret", "");
        environment.setProperty("a.users[0].password", "of its own");
        environment.setProperty("a.users[1].password", "postroom");

        refuses("a.client-secret, a.users[1].password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "::1", "localhost"})
    void allowsADemonstrationOnThisMachine(String address) {
        environment.setProperty("server.address", address);
        environment.setProperty("a.client-secret", "console");

        accepts();
    }

    @Test
    void allowsWhatIsSecretOrNotThereOrAllowedOrNotReachedByHttp() {
        accepts();
        environment.setProperty("a.client-secret", "of its own");
        accepts();
        environment.setProperty("a.client-secret", "console");
        environment.setProperty("postroom.security.allow-default-secrets", "true");
        accepts();
        environment.setProperty("postroom.security.allow-default-secrets", "false");
        environment.setProperty("server.port", "-1");
        accepts();
    }

    private void refuses(String settings) {
        assertThatThrownBy(this::check)
                .isInstanceOf(DefaultSecretsException.class)
                .hasMessageEndingWith(": " + settings);
    }

    private void accepts() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        var declared = new Properties();
        declared.putAll(Map.of("a.client-secret", ",console", "a.users[*].password", "postroom"));
        DefaultSecretsCheck.require(environment, DefaultSecrets.of(declared));
    }
}
