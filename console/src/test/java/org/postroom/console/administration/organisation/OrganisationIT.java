package org.postroom.console.administration.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.testkit.SuspendedOrganisation;

class OrganisationIT extends OpenConsole {

    private static final String LIST = "/administration/organisations";
    private static final String API = "/api/organisations";

    private final Services services = Services.running();

    @Test
    void removesASuspendedOrganisationByItsAccountName() {
        Visit olga = Visit.of(port, "olga", "platform", "installation:operate");
        String initech = """
                {"id":"o7","name":"Initech","accountName":"initech","defaultLanguage":"en","timeZone":"UTC",
                 "state":"SUSPENDED","suspendedReason":"The invoice is open.","version":2}""";
        services.answer("GET", API, 200, "[" + initech + "]");
        services.answer("GET", API + "/o7", 200, initech);
        services.answer("GET", API + "/o7/removal", 200, """
                {"accountName":"initech","counts":{"domains":2},"openInteractions":0,"obstacles":[],
                 "consequences":["All of its mail is deleted."]}""");
        services.answer("DELETE", API + "/o7", 204, "");

        var asked = olga.page(LIST + "/o7/removal");
        var answer = olga.post(LIST + "/o7/removal", LIST + "/o7/removal", Map.of("accountName", "initech"));

        assertThat(asked.select("main").text()).contains("domains 2", "All of its mail is deleted.");
        assertThat(Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8))
                        .select("[data-testid=notice]")
                        .text())
                .contains("initech is removed");
        assertThat(services.asked(API + "/o7")).isNotEmpty();
    }

    @Test
    void letsOnlyTheOperatorIn() {
        Visit ada = Visit.of(port, "ada", Facts.id("acme"), "routing:email:manage", "directory:manage");

        assertThat(ada.get(LIST).statusCode()).isEqualTo(403);
        assertThat(ada.page("/administration/domains/new").select("[data-testid=nav-organisations]"))
                .isEmpty();
    }

    @Test
    void tellsTheUsersOfASuspendedOrganisationWhy() {
        String organisation = Facts.id("acme");
        Visit ada = Visit.of(port, "ada", organisation, "routing:email:manage");

        SuspendedOrganisation.suspend(organisation);

        await().untilAsserted(() -> assertThat(ada.page("/administration/domains/new")
                        .select("[data-testid=suspended]")
                        .text())
                .contains("The invoice is open."));
    }
}
