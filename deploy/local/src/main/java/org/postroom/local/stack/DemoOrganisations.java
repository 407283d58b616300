package org.postroom.local.stack;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;

/** The two organisations that the demo accounts belong to, created as the installation's operator would. */
final class DemoOrganisations {

    private static final int CONFLICT = 409;
    private static final Map<String, String> NAMES = Map.of("acme", "Acme", "globex", "Globex");

    private final Ports ports;

    DemoOrganisations(Ports ports) {
        this.ports = ports;
    }

    /** Creates them where nobody has ever; those that exist stay as they are. */
    void make() throws IOException, InterruptedException {
        var addresses = ports.addresses();
        ApiClient operator = Operator.signIn(addresses);
        Set<String> present = operator.get(addresses.domain(), "/api/organisations")
                .valueStream()
                .map(organisation -> organisation.path("id").asString())
                .collect(Collectors.toSet());
        for (var organisation : NAMES.entrySet()) {
            if (!present.contains(organisation.getKey())) {
                create(operator, organisation.getKey(), organisation.getValue());
            }
        }
    }

    /** One that the operator has removed stays removed: its identifier is never given again. */
    private void create(ApiClient operator, String id, String name) throws IOException, InterruptedException {
        try {
            operator.put(
                    ports.addresses().domain(),
                    "/api/organisations/" + id,
                    Map.of("name", name, "accountName", id, "defaultLanguage", "en", "timeZone", "Europe/Berlin"));
        } catch (ApiRefusedException refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
        }
    }
}
