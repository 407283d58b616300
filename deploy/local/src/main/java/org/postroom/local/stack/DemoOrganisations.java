package org.postroom.local.stack;

import java.io.IOException;
import java.util.Map;
import org.postroom.local.client.ApiClient;
import org.postroom.local.signin.SignIn;

/** The two organisations that the demo accounts belong to, created as the installation's operator would. */
final class DemoOrganisations {

    private static final Map<String, String> NAMES = Map.of("acme", "Acme", "globex", "Globex");

    private final Ports ports;

    DemoOrganisations(Ports ports) {
        this.ports = ports;
    }

    /** Creates them; those that exist stay as they are. */
    void make() throws IOException, InterruptedException {
        var addresses = ports.addresses();
        var operator = ApiClient.with(new SignIn(addresses.identity()).operator(ServiceSettings.OPERATOR_SECRET));
        for (var organisation : NAMES.entrySet()) {
            operator.put(
                    addresses.domain(),
                    "/api/organisations/" + organisation.getKey(),
                    Map.of(
                            "name",
                            organisation.getValue(),
                            "accountName",
                            organisation.getKey(),
                            "defaultLanguage",
                            "en",
                            "timeZone",
                            "Europe/Berlin"));
        }
    }
}
