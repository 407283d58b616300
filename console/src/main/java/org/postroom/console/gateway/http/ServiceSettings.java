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
 * @param inbound inbound-mail-service
 * @param outbound outbound-mail-service
 * @param timeout how long one request may take, connecting included
 * @param patience how long a request may take that waits for somebody else's server
 */
@ConfigurationProperties("postroom.services")
public record ServiceSettings(
        URI domain, URI verification, URI routing, URI inbound, URI outbound, Duration timeout, Duration patience) {

    /** Refuses addresses that are not absolute, and times that are not positive. */
    public ServiceSettings {
        requireAbsolute("domain", domain);
        requireAbsolute("verification", verification);
        requireAbsolute("routing", routing);
        requireAbsolute("inbound", inbound);
        requireAbsolute("outbound", outbound);
        requirePositive("timeout", timeout);
        requirePositive("patience", patience);
    }

    private static void requireAbsolute(String name, URI address) {
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException(
                    "postroom.services.%s: expected an absolute address, but got %s".formatted(name, address));
        }
    }

    private static void requirePositive(String name, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(
                    "postroom.services.%s: expected a positive duration, but got %s".formatted(name, time));
        }
    }
}
