package org.postroom.local.stack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.StackAddresses;

/** The two organisations that the demo accounts belong to, created as the installation's operator would. */
final class DemoOrganisations {

    private static final int CONFLICT = 409;
    private static final List<DemoOrganisation> ALL = List.of(
            new DemoOrganisation("acme", "Acme", "ada", "Ada Adler"),
            new DemoOrganisation("globex", "Globex", "gus", "Gus Gold"));

    private final StackAddresses addresses;

    private record DemoOrganisation(String id, String name, String administrator, String administratorName) {}

    DemoOrganisations(StackAddresses addresses) {
        this.addresses = addresses;
    }

    /** Creates them where nobody has ever; those that exist stay as they are. */
    void make() throws IOException, InterruptedException {
        ApiClient operator = Operator.signIn(addresses);
        Set<String> present = operator.list(addresses.domain(), "/api/organisations").stream()
                .map(organisation -> organisation.path("id").asString())
                .collect(Collectors.toSet());
        for (var organisation : ALL) {
            if (!present.contains(organisation.id())) {
                create(operator, organisation);
            }
        }
    }

    /** One that the operator has removed stays removed: its identifier is never given again. */
    private void create(ApiClient operator, DemoOrganisation organisation) throws IOException, InterruptedException {
        try {
            operator.put(
                    addresses.domain(),
                    "/api/organisations/" + organisation.id(),
                    Map.of(
                            "name",
                            organisation.name(),
                            "accountName",
                            organisation.id(),
                            "defaultLanguage",
                            "en",
                            "timeZone",
                            "Europe/Berlin",
                            "firstAdministrator",
                            Map.of(
                                    "userId",
                                    organisation.administrator(),
                                    "displayName",
                                    organisation.administratorName())));
        } catch (ApiRefusedException refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
        }
    }
}
