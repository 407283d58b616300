package org.postroom.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.postroom.local.demo.Setup;
import tools.jackson.databind.JsonNode;

class BrowserDirectoryJourneyTest {

    private static final URI DIRECTORY = RunningStack.addresses().domain();

    /** So that the journey can be repeated on the same stack. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void setsUpAnAddressWithEveryFieldAndShowsWhatAChangeWillDo() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME);
                var browser = Browser.open()) {
            acme.hasAgent("ben", "Ben Cole", 5);
            String billing = add(acme, "skills", Map.of("name", "Billing " + mark));
            String queue = add(acme, "queues", Map.of("name", "Orders " + mark, "memberAgentIds", List.of("ben")));
            String signature = add(
                    acme,
                    "signatures",
                    Map.of("name", "Orders " + mark, "html", "<p>Your {{agent.name}}</p>", "text", "{{agent.name}}"));
            String other = acme.openAddress("other-" + mark, "ben");
            Page page = browser.signedIn(Setup.ACME.administrator());
            String localPart = "orders-" + mark;

            open(page, "addresses");
            page.getByTestId("add").click();
            fill(page, "localPart", "not an address");
            assertThat(page.getByTestId("localPart-error")).not().isEmpty();
            picture(page, "address-mistake");
            fill(page, "localPart", localPart);
            assertThat(page.getByTestId("localPart-error")).isEmpty();
            choose(page, "domainId", Setup.ACME.domain());
            fill(page, "fromName", "Acme Orders");
            choose(page, "replyTo", other);
            fill(page, "hiddenBcc", "archive@archive.test, audit@archive.test");
            choose(page, "queueId", "Orders " + mark);
            page.getByTestId("skill-Billing " + mark).selectOption("4");
            fill(page, "language", "de");
            fill(page, "priority", "-20");
            choose(page, "signatureId", "Orders " + mark);
            assertThat(page.getByTestId("signatureId-preview")
                            .locator("iframe")
                            .contentFrame()
                            .locator("body"))
                    .containsText("Your Ada");
            page.getByTestId("signaturePlacement").selectOption("EDITOR");
            page.getByTestId("signatureOn").selectOption("FIRST_OF_CONVERSATION");
            page.getByTestId("history").selectOption("AGENT_DECIDES");
            page.getByTestId("multipleActions").check();
            page.getByTestId("plusAddressing").check();
            picture(page, "address-form");
            page.getByTestId("save").click();
            assertThat(page.getByTestId("notice")).containsText(localPart + "@" + Setup.ACME.domain());
            picture(page, "addresses-list");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(localPart + "@" + Setup.ACME.domain()))
                    .first()
                    .click();
            assertThat(page.getByTestId("localPart")).hasText(localPart);
            assertThat(page.getByTestId("queueId")).hasValue(queue);
            assertThat(page.getByTestId("signatureId")).hasValue(signature);
            assertThat(page.getByTestId("plusAddressing")).isChecked();
            fill(page, "priority", "30");
            assertThat(page.locator("#changes").getByTestId("change-priority")).containsText("30");
            page.getByTestId("save").click();
            assertThat(page.getByTestId("changes").locator("tbody tr")).hasCount(1);
            picture(page, "address-review");
            page.getByTestId("confirm").click();
            assertThat(page.getByTestId("notice")).containsText("is saved");

            JsonNode saved = named(acme, "addresses", "address", localPart + "@" + Setup.ACME.domain());
            Assertions.assertThat(saved.path("priority").asInt()).isEqualTo(30);
            Assertions.assertThat(saved.path("hiddenBcc").size()).isEqualTo(2);
            Assertions.assertThat(saved.path("replyTo").asString()).isEqualTo(other);
            Assertions.assertThat(saved.path("skills").path(0).path("skillId").asString())
                    .isEqualTo(billing);
            Assertions.assertThat(saved.path("language").asString()).isEqualTo("de");
            Assertions.assertThat(saved.path("signaturePlacement").asString()).isEqualTo("EDITOR");
            Assertions.assertThat(saved.path("signatureOn").asString()).isEqualTo("FIRST_OF_CONVERSATION");
            Assertions.assertThat(saved.path("history").asString()).isEqualTo("AGENT_DECIDES");
            Assertions.assertThat(saved.path("multipleActions").asBoolean()).isTrue();
        }
    }

    @Test
    void neverOverwritesWhatAnotherAdministratorHasSavedMeanwhile() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME);
                var browser = Browser.open()) {
            String queue = add(acme, "queues", Map.of("name", "Shared " + mark, "memberAgentIds", List.of()));
            Page one = browser.signedIn(Setup.ACME.administrator());
            Page two = browser.signedIn(Setup.ACME.administrator());
            for (Page page : List.of(one, two)) {
                open(page, "queues");
                page.getByText("Shared " + mark).click();
            }

            fill(one, "serviceLevelPercent", "95");
            one.getByTestId("save").click();
            one.getByTestId("confirm").click();
            assertThat(one.getByTestId("notice")).containsText("is saved");
            fill(two, "alertingTimeoutSeconds", "45");
            two.getByTestId("save").click();

            assertThat(two.getByTestId("conflict-serviceLevelPercent")).hasAttribute("data-changed-by", "THEM");
            assertThat(two.getByTestId("conflict-alertingTimeoutSeconds")).hasAttribute("data-changed-by", "ME");
            picture(two, "conflict");
            two.getByTestId("merge").click();
            assertThat(two.getByTestId("changes").locator("tbody tr")).hasCount(1);
            two.getByTestId("confirm").click();
            assertThat(two.getByTestId("notice")).containsText("is saved");

            JsonNode saved = acme.administrator().get(DIRECTORY, "/api/queues/" + queue);
            Assertions.assertThat(saved.path("serviceLevelPercent").asInt()).isEqualTo(95);
            Assertions.assertThat(saved.path("alertingTimeoutSeconds").asInt()).isEqualTo(45);
            open(two, "audit");
            assertThat(two.getByTestId("audit").getByText("Shared " + mark).first())
                    .isVisible();
            picture(two, "audit");
        }
    }

    @Test
    void writesACannedResponseInTheEditorAndRefusesToRemoveItsLibrary() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME);
                var browser = Browser.open()) {
            Page page = browser.signedIn(Setup.ACME.administrator());
            add(acme, "libraries", Map.of("name", "Brand " + mark));

            open(page, "canned-responses");
            page.getByTestId("add").click();
            fill(page, "name", "Late " + mark);
            choose(page, "libraryId", "Brand " + mark);
            Locator editor =
                    page.locator(".tox-edit-area iframe").contentFrame().locator("body");
            editor.click();
            editor.pressSequentially("Dear {{customer.name}}, your {{item}} is late.");
            fill(page, "text", "Your {{item}} is late.");
            assertThat(page.getByTestId("unknown")).containsText("item");
            page.locator("[name='substitutions.name']").first().fill("item");
            page.locator("[name='substitutions.defaultValue']").first().fill("parcel");
            assertThat(page.getByTestId("preview-text")).hasText("Your parcel is late.");
            assertThat(page.getByTestId("preview-html").contentFrame().locator("body"))
                    .containsText("your parcel is late");
            picture(page, "canned-response");
            page.getByTestId("save").click();
            assertThat(page.getByTestId("notice")).containsText("is saved");

            open(page, "libraries");
            page.getByText("Brand " + mark).click();
            page.getByTestId("remove").click();
            page.getByTestId("confirm-yes").click();
            assertThat(page.getByTestId("problem")).containsText("Late " + mark);
        }
    }

    private static String add(ContactCentre acme, String kind, Map<String, Object> body)
            throws IOException, InterruptedException {
        return acme.administrator()
                .post(DIRECTORY, "/api/" + kind, body)
                .path("id")
                .asString();
    }

    private static JsonNode named(ContactCentre acme, String kind, String field, String name)
            throws IOException, InterruptedException {
        return acme.administrator()
                .get(DIRECTORY, "/api/" + kind + "?limit=1000")
                .valueStream()
                .filter(entry -> entry.path(field).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void open(Page page, String section) {
        page.navigate(RunningStack.addresses()
                .console()
                .resolve("/administration/" + section)
                .toString());
    }

    /** Writes a field and leaves it, as one does who types. */
    private static void fill(Page page, String field, String text) {
        page.getByTestId(field).fill(text);
        page.getByTestId(field).blur();
    }

    /** Chooses by name, which may have to arrive on the page first. */
    private static void choose(Page page, String field, String option) {
        page.getByTestId(field)
                .locator("option", new Locator.LocatorOptions().setHasText(option))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.getByTestId(field).selectOption(new SelectOption().setLabel(option));
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Browser.picture(name)).setFullPage(true));
    }
}
