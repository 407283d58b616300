package org.postroom.local.stack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;

/** The public key that mail from system domains is signed with, published as the installation's operator would. */
final class PlatformRecords {

    private final StackAddresses addresses;

    PlatformRecords(StackAddresses addresses) {
        this.addresses = addresses;
    }

    /** Publishes it in the DNS playground, in the place of an earlier one. */
    void publish() throws IOException, InterruptedException {
        var key = Operator.signIn(addresses).get(addresses.outbound(), "/api/platform/dkim-key");
        var record = Map.of(
                "name",
                key.path("name").asString() + ".",
                "type",
                key.path("type").asString(),
                "value",
                key.path("value").asString());
        ApiClient.anonymous()
                .put(
                        addresses.dns(),
                        "/zones/" + key.path("domainName").asString() + "/records?replace=true",
                        List.of(record));
    }
}
