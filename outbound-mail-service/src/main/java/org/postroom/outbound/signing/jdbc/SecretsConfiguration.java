package org.postroom.outbound.signing.jdbc;

import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.secret.SecretBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the box for secrets in the database. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.SEND)
class SecretsConfiguration {

    @Bean
    SecretBox secretBox(SigningSettings settings) {
        String masterKey = settings.masterKey();
        try {
            return SecretBox.of(masterKey == null ? "" : masterKey);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("postroom.outbound.master-key: " + invalid.getMessage(), invalid);
        }
    }
}
