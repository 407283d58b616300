package org.postroom.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import java.net.ServerSocket;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.postroom.local.client.ApiClient;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;
import org.postroom.local.signin.SignIn;
import tools.jackson.databind.JsonNode;

class BrowserDomainsJourneyTest {

    private static final String NONE = "";
    private static final String DOMAIN = "care.globex.test";

    @Test
    void turnsGreenWithoutReloadingDegradesWhenARecordVanishesAndRecovers() throws Exception {
        try (var browser = Browser.open()) {
            Page page = browser.signedIn(Setup.GLOBEX.administrator());
            add(page);
            JsonNode expected = expectedRecords(page);
            var zone = new Zone(DOMAIN);
            page.evaluate("window.neverLeft = true");

            zone.publishAllBut(NONE, expected);
            page.getByTestId("check-now").click();
            has(page, "receiving", "VERIFIED");
            has(page, "sending", "VERIFIED");
            assertThat(page.getByTestId("record-OWNERSHIP")).hasAttribute("data-status", "OK");
            assertThat(page.getByTestId("point-dkim")).hasAttribute("data-state", "OK", soon());
            picture(page, "domain-verified");

            zone.publishAllBut("INBOUND_MX", expected);
            page.getByTestId("check-now").click();
            has(page, "receiving", "DEGRADED");
            has(page, "sending", "VERIFIED");
            assertThat(page.getByTestId("record-INBOUND_MX")).hasAttribute("data-status", "MISSING");
            assertThat(page.getByTestId("cure-INBOUND_MX")).isVisible();
            picture(page, "domain-degraded");

            zone.publishAllBut(NONE, expected);
            page.getByTestId("check-now").click();
            has(page, "receiving", "VERIFIED");
            Assertions.assertThat(page.evaluate("window.neverLeft"))
                    .as("the page was never reloaded")
                    .isEqualTo(true);

            page.getByTestId("tab-history").click();
            assertThat(page.getByTestId("what-changed").first()).isVisible();
            picture(page, "domain-history");
            page.getByTestId("tab-keys").click();
            assertThat(page.getByTestId("key-postroom1")).hasAttribute("data-state", "ACTIVE");
            picture(page, "domain-keys");
            remove(page);
        }
    }

    @Test
    void showsWhichStepOfTheDialogueWithAnOwnServerFails() throws Exception {
        try (var browser = Browser.open();
                var server = PickyServer.start()) {
            Page page = browser.signedIn(Setup.GLOBEX.administrator());
            page.getByTestId("nav-smtp-servers").click();
            page.getByTestId("add").click();
            page.getByTestId("name").fill("Our relay");
            page.getByTestId("from").fill("stranger@globex.test");
            page.getByTestId("userName").fill("postroom");
            page.getByTestId("password").fill("wrong");

            server(page, "nowhere.globex.test", server.port());
            fails(page, "RESOLVE");
            server(page, "127.0.0.1", closedPort());
            fails(page, "CONNECT");
            server(page, "127.0.0.1", server.port());
            fails(page, "TLS");
            choose(page, "tls-NONE");
            fails(page, "AUTHENTICATE");
            choose(page, "authentication-NONE");
            fails(page, "SENDER");
            picture(page, "smtp-sender-refused");
            page.getByTestId("from").fill(PickyServer.WELCOME_SENDER);
            page.getByTestId("test-connection").click();
            assertThat(result(page)).hasAttribute("data-ok", "true", soon());
            picture(page, "smtp-works");

            page.getByTestId("save").click();
            assertThat(page.getByTestId("smtp-servers")).containsText("Our relay");
        }
    }

    private static void add(Page page) {
        page.getByTestId("nav-domains").click();
        page.getByTestId("add-domain").click();
        page.getByTestId("name").pressSequentially("com");
        assertThat(page.getByTestId("name-error")).containsText("expected");
        page.getByTestId("name").fill(DOMAIN);
        assertThat(page.getByTestId("name-error")).isEmpty();
        page.getByTestId("save").click();
        assertThat(page.getByTestId("domain-title")).hasText(DOMAIN);
        assertThat(page.getByTestId("receiving-state")).not().hasAttribute("data-state", "VERIFIED");
    }

    private static void remove(Page page) {
        page.getByTestId("remove-domain").click();
        page.getByTestId("removal-name").fill("another.globex.test");
        page.getByTestId("confirm-removal").click();
        assertThat(page.getByTestId("removal-error")).not().isEmpty();
        page.getByTestId("removal-name").fill(DOMAIN);
        picture(page, "domain-removal");
        page.getByTestId("confirm-removal").click();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        assertThat(page.getByTestId("notice")).containsText(DOMAIN);
        assertThat(page.getByTestId("domain-" + DOMAIN)).hasCount(0);
    }

    /** What is to be published, once the keys are among it. */
    private static JsonNode expectedRecords(Page page) throws Exception {
        assertThat(page.getByTestId("record-DKIM").first()).isVisible();
        String domainId = page.url().replaceAll(".*/", "");
        var administrator = ApiClient.with(
                new SignIn(RunningStack.addresses().identity()).user(Setup.GLOBEX.administrator(), Setup.PASSWORD));
        return Waiting.until(
                "the records of all keys",
                ContactCentre.PATIENCE,
                () -> administrator.get(
                        RunningStack.addresses().verification(), "/api/domains/" + domainId + "/verification"),
                verification -> verification
                                .path("records")
                                .valueStream()
                                .filter(record ->
                                        record.path("purpose").asString().equals("DKIM"))
                                .count()
                        >= 3);
    }

    private static void has(Page page, String direction, String state) {
        assertThat(page.getByTestId(direction + "-state")).hasAttribute("data-state", state, soon());
    }

    private static LocatorAssertions.HasAttributeOptions soon() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout((double) ContactCentre.PATIENCE.toMillis());
    }

    private static void server(Page page, String host, int port) {
        page.getByTestId("host").fill(host);
        page.getByTestId("port").fill(String.valueOf(port));
    }

    private static void choose(Page page, String way) {
        page.locator("label", new Page.LocatorOptions().setHas(page.getByTestId(way)))
                .click();
    }

    private static void fails(Page page, String step) {
        page.getByTestId("test-connection").click();
        assertThat(page.getByTestId("step-" + step)).hasAttribute("data-outcome", "FAILED", soon());
        assertThat(result(page)).hasAttribute("data-ok", "false");
        assertThat(page.getByTestId("step-cure").first()).isVisible();
    }

    private static Locator result(Page page) {
        return page.getByTestId("test-result");
    }

    private static int closedPort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Browser.picture(name)).setFullPage(true));
    }
}
