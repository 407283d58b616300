package org.postroom.local.client;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of a running stack are reached.
 *
 * @param identity the sign-in
 * @param console the console
 * @param domain domain-service
 * @param verification verification-service
 * @param routing routing-service
 * @param outbound outbound-mail-service
 * @param dns the DNS playground's API
 * @param nameServer the DNS playground's name server
 * @param mailbox the mailbox playground's API
 * @param smtp where inbound-mail-service takes mail
 * @param bootstrapServers the broker
 * @param registry the schema registry
 */
public record StackAddresses(
        URI identity,
        URI console,
        URI domain,
        URI verification,
        URI routing,
        URI outbound,
        URI dns,
        InetSocketAddress nameServer,
        URI mailbox,
        InetSocketAddress smtp,
        String bootstrapServers,
        URI registry) {

    /** The name of the part that an HTTP address belongs to, as {@code ./postroom status} has it; empty for none. */
    public Optional<String> partAt(URI address) {
        return Map.of(
                        "identity", identity,
                        "console", console,
                        "domain-service", domain,
                        "verification-service", verification,
                        "routing-service", routing,
                        "outbound-mail-service", outbound,
                        "dns-playground", dns,
                        "mailbox-playground", mailbox,
                        "schema-registry", registry)
                .entrySet()
                .stream()
                .filter(part -> part.getValue().getPort() == address.getPort())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
