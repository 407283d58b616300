package org.postroom.outbound.signing.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How private keys are kept.
 *
 * @param masterKey 32 random bytes in base64, which encrypt the private keys in the database; needed by the stage
 *     {@code send}. It belongs into the environment or a secret, never into a file under version control
 */
@ConfigurationProperties("postroom.outbound")
record SigningSettings(@Nullable String masterKey) {}
