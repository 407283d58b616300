package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class DefaultSecretsIT {

    @Test
    void doesNotStartForOthersWithTheKeyOfTheTests() {
        assertThatThrownBy(() -> SpringApplication.run(
                        OutboundMailApplication.class, "--server.address=0.0.0.0", "--server.port=0"))
                .hasMessageContaining("postroom.outbound.master-key");
    }
}
