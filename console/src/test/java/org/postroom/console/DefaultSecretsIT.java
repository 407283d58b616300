package org.postroom.console;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class DefaultSecretsIT {

    @Test
    void doesNotStartForOthersWithoutASecretAtTheProvider() {
        assertThatThrownBy(() ->
                        SpringApplication.run(ConsoleApplication.class, "--server.address=0.0.0.0", "--server.port=0"))
                .hasMessageContaining("postroom.sign-in.client-secret");
    }
}
