package org.postroom.outbound.signing.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How secrets are kept, and for whom the platform itself signs.
 *
 * @param masterKey 32 random bytes in base64, which encrypt private keys and passwords in the database; needed by the
 *     stage {@code send}. It belongs into the environment or a secret, never into a file under version control
 * @param platformDomain the domain that the system domains are subdomains of, which signs for them; null for none
 */
@ConfigurationProperties("postroom.outbound")
record SigningSettings(@Nullable String masterKey, @Nullable String platformDomain) {}
