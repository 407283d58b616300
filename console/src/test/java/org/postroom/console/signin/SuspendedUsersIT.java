package org.postroom.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.testkit.SuspendedOrganisation;
import org.postroom.testkit.SuspendedOrganisation.Endpoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An open session, or a token, is worth nothing while its organisation is suspended. */
class SuspendedUsersIT extends OpenConsole {

    private static final Set<String> OPEN_TO_ALL = Set.of("/error", "/openapi.yaml");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void findEveryPageShutWithASessionThatWasOpenBefore() {
        Visit ada = signedInBeforeTheSuspension(SuspendedOrganisation.allPermissions());
        String csrf = csrf(ada.page("/"));
        Set<Endpoint> endpoints = SuspendedOrganisation.endpoints(mappings);
        assertThat(endpoints).hasSizeGreaterThan(50);

        for (Endpoint endpoint : endpoints) {
            if (!endpoint.path().startsWith("/api/") && !OPEN_TO_ALL.contains(endpoint.path())) {
                HttpResponse<byte[]> answer = ada.send(endpoint.method(), endpoint.path(), csrf);
                assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(403);
                assertThat(text(answer)).as(endpoint.toString()).contains("Your organisation is suspended");
            }
        }
    }

    @Test
    void findEveryDoorOfTheApiShut() {
        SuspendedOrganisation.findsEveryDoorShut(port, mappings);
    }

    @Test
    void areToldWhyAndWhomToAskAndCanSignOut() {
        Visit ada = signedInBeforeTheSuspension(SuspendedOrganisation.allPermissions());

        Document page = ada.page("/desk");

        assertThat(page.select("main").text())
                .containsOnlyOnce("Your organisation is suspended")
                .contains("The invoice is open.", "Ask those who run this installation");
        assertThat(page.select("nav")).isEmpty();
        assertThat(ada.get("/assets/console.css").statusCode()).isEqualTo(200);
        ada.send("POST", "/logout", csrf(page));
        assertThat(ada.get("/").request().uri().getPath()).doesNotContain("/desk");
    }

    @Test
    void leavesTheOperatorOfTheInstallationAlone() {
        Visit olga = signedInBeforeTheSuspension("installation:operate");
        Services.running().answer("GET", "/api/organisations", 200, "[]");

        assertThat(olga.get("/administration/organisations").statusCode()).isEqualTo(200);
        assertThat(olga.get("/standing").statusCode()).isEqualTo(404);
    }

    private Visit signedInBeforeTheSuspension(String... permissions) {
        String organisation = Facts.id("acme");
        Visit witness = Visit.of(port, "witness", organisation, SuspendedOrganisation.allPermissions());
        Visit visit = Visit.of(port, "ada", organisation, permissions);
        assertThat(visit.get("/").statusCode()).isNotEqualTo(403);
        SuspendedOrganisation.suspend(organisation);
        await().untilAsserted(() -> assertThat(text(witness.get("/desk"))).contains("The invoice is open."));
        return visit;
    }

    private static String csrf(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8)).text();
    }
}
