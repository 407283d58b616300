package org.postroom.console.gateway.http;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services' REST APIs are.
 *
 * @param domain domain-service
 * @param verification verification-service
 * @param routing routing-service
 * @param outbound outbound-mail-service
 * @param timeout how long one request may take, connecting included
 */
@ConfigurationProperties("postroom.services")
public record ServiceSettings(URI domain, URI verification, URI routing, URI outbound, Duration timeout) {

    /** Refuses addresses that are not absolute, and times that are not positive. */
    public ServiceSettings {
        requireAbsolute("domain", domain);
        requireAbsolute("verification", verification);
        requireAbsolute("routing", routing);
        requireAbsolute("outbound", outbound);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "postroom.services.timeout: expected a positive duration, but got " + timeout);
        }
    }

    private static void requireAbsolute(String name, URI address) {
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException(
                    "postroom.services.%s: expected an absolute address, but got %s".formatted(name, address));
        }
    }
}
