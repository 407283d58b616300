package org.postroom.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;

class BrowserJourneyTest {

    private static final String HOSTILE =
            "Hello <script>alert(1)</script>, my order 4711 has not arrived. Can you look into it?";

    @Test
    void showsTheAdministratorTheDomainWithItsRecordsAndTheAddress() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME);
                var browser = Browser.open()) {
            Page page = browser.signedIn(Setup.ACME.administrator());

            page.getByTestId("nav-domains").click();
            page.getByTestId("domain-" + Setup.ACME.domain())
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();

            assertThat(page.getByTestId("record-OWNERSHIP")).hasAttribute("data-status", "OK");
            assertThat(page.getByTestId("record-INBOUND_MX")).hasAttribute("data-status", "OK");
            assertThat(page.getByTestId("record-DKIM").first()).isVisible();
            picture(page, "domain");
            page.getByTestId("nav-addresses").click();
            assertThat(page.getByText(Setup.ACME.address()).first()).isVisible();
            picture(page, "addresses");
            Assertions.assertThat(acme.domainId()).isNotBlank();
        }
    }

    @Test
    void bringsAnOfferToTheAgentsDeskWhereItIsAcceptedReadAndAnswered() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME);
                var browser = Browser.open()) {
            acme.hasAgent("ben", "Ben Cole", 5);
            String address = acme.openAddress("browser", "ben");
            Page page = browser.signedIn("ben");
            page.getByTestId("nav-desk").click();
            page.getByTestId("toggle-queue").click();
            assertThat(page.getByTestId("presence")).hasAttribute("data-status", "ON_QUEUE");

            var mail = new Mail("carla@customer.test", address, "Where is my order?", "", HOSTILE).fresh();
            acme.deliver(mail);
            String interaction = acme.threaded(mail).getInteractionId();
            Locator offer = page.getByTestId("offer-" + interaction);
            assertThat(offer.getByTestId("offer-subject")).hasText("Where is my order?");
            picture(page, "offer");
            offer.getByTestId("accept").click();
            page.waitForURL(Pattern.compile(".*/interactions/" + interaction));

            Locator body =
                    page.getByTestId("message-body").first().contentFrame().locator("body");
            assertThat(body).containsText("my order 4711 has not arrived");
            assertThat(page.getByTestId("history")).isVisible();
            write(page, "We are looking into it right now.");
            picture(page, "reply");
            answerSlowly(page, interaction);
            page.getByTestId("send").click();

            assertThat(page.getByTestId("delivery")).hasAttribute("data-state", "SENT");
            picture(page, "sent");
            acme.awaitClosed(interaction);
            String messageId = acme.log()
                    .await(
                            ReplyComposed.class,
                            ContactCentre.PATIENCE,
                            event -> event.getInteractionId().equals(interaction))
                    .event()
                    .getMessageId();
            Assertions.assertThat(acme.delivered("carla@customer.test", messageId))
                    .isEqualTo(1);
            page.getByTestId("nav-desk").click();
            page.getByTestId("toggle-queue").click();
        }
    }

    /** What the page asks for while the reply is under way gets its answer when all that follows has happened already. */
    private static void answerSlowly(Page page, String interaction) {
        String address = RunningStack.addresses().console() + "/interactions/" + interaction;
        page.route(url -> url.startsWith(address + "/conversation"), route -> {
            var answer = route.fetch();
            if (isUnderWay(answer)) {
                awaitSent(page, address);
            }
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
    }

    private static void awaitSent(Page page, String address) {
        try {
            Waiting.until(
                    "the reply to be sent",
                    ContactCentre.PATIENCE,
                    () -> page.request().get(address),
                    present -> !isUnderWay(present));
        } catch (IOException | InterruptedException | TimeoutException late) {
            throw new AssertionError("expected the reply to be sent while the page waits for an answer", late);
        }
    }

    private static boolean isUnderWay(APIResponse answer) {
        return answer.text().contains("data-testid=\"delivery\"")
                && !answer.text().contains("data-state=\"SENT\"");
    }

    /** Into the rich-text editor, which takes the place of the plain field. */
    private static void write(Page page, String text) {
        Locator editor = page.locator(".tox-edit-area iframe").contentFrame().locator("body");
        editor.click();
        editor.pressSequentially(text);
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Browser.picture(name)).setFullPage(true));
    }
}
