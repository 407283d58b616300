package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.testkit.MailCase;

/** What an agent sees of a mail. */
class ShownBodyTest {

    @Test
    void laysArabicOutFromRightToLeft() throws IOException, URISyntaxException {
        assertThat(page("arabic").select("div[dir=auto]").text()).isEqualTo("مرحبا، لم أستلم طلبي رقم 4711.");
    }

    @Test
    void showsAnInvitationWithWhatWhenAndWho() throws IOException, URISyntaxException {
        assertThat(page("invite-only").select(".invitation").text())
                .isEqualTo("Invitation: Inspection of the boiler When: Tuesday, 1 December 2026, 10:00 to 11:00 (UTC)"
                        + " By: casey@customer.test");
        assertThat(page("invite-cancelled").text()).contains("Cancelled: Inspection");
    }

    @Test
    void opensTheMailWithinTheMail() throws IOException, URISyntaxException {
        assertThat(page("message-within").select(".enclosed").text())
                .isEqualTo("Enclosed message: the first mail From: Robin <robin@customer.test> text within");
    }

    @Test
    void showsWhoHasACopy() throws IOException, URISyntaxException {
        assertThat(page("cc-and-reply-to").select(".fields").text())
                .contains("Cc: Colleague <colleague@customer.test>, help@support.acme.test");
    }

    @Test
    void saysThatTheEnvelopesSenderStandsForAnAuthorWhoIsNotNamed() throws IOException, URISyntaxException {
        assertThat(page("empty-from").select(".note").text()).startsWith("The message does not say who wrote it.");
    }

    @Test
    void foldsWhatAPlainTextQuotes() throws IOException {
        Document page =
                shown("Content-Type: text/plain\r\n\r\nIt is 12.\r\n\r\nOn 1 Nov 2026 Kim wrote:\r\n> Which?\r\n");

        assertThat(page.select("details.history").text())
                .isEqualTo("Earlier messages On 1 Nov 2026 Kim wrote: > Which?");
        page.select("details").remove();
        assertThat(page.text()).isEqualTo("It is 12.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>It is 12.</div><div class='gmail_quote'><div>On Friday Kim wrote:</div><blockquote>Which?</blockquote></div>",
                "<div><p>It is 12.</p><blockquote type='cite'>Which?</blockquote><br></div>",
                "<p>It is 12.</p><hr><div id='divRplyFwdMsg'>From: Kim</div><div>Which?</div>",
                "<p>It is 12.</p><div class='moz-cite-prefix'>Kim wrote:</div><blockquote type='cite'>Which?</blockquote>"
            })
    void foldsWhatAnHtmlQuotes(String html) throws IOException {
        Document page = shown("Content-Type: text/html\r\n\r\n" + html);

        assertThat(page.select("details.history").text())
                .startsWith("Earlier messages")
                .contains("Which?");
        page.select("details").remove();
        assertThat(page.text()).isEqualTo("It is 12.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote type='cite'>Which?</blockquote><p>Number 12.</p>",
                "<p>See:</p><div class='gmail_quote'><div>---------- Forwarded message ---------</div>The text</div>",
                "<div class='gmail_quote'>All of it</div>"
            })
    void foldsNothingThatCouldBeNew(String html) throws IOException {
        assertThat(shown("Content-Type: text/html\r\n\r\n" + html).select("details"))
                .isEmpty();
    }

    @Test
    void saysWhereALinkLeadsThatSaysOtherwise() throws IOException {
        Document page = shown(
                "Content-Type: text/html\r\n\r\n<a href='https://evil.test/x' title='https://bank.test'>https://bank.test/login</a>"
                        + " <a href='https://www.shop.test/1'>shop.test</a> <a href='https://shop.test/2'>my order</a>");

        assertThat(page.text()).isEqualTo("https://bank.test/login [leads to evil.test] shop.test my order");
        assertThat(page.select("a").eachAttr("title"))
                .containsExactly("https://evil.test/x", "https://www.shop.test/1", "https://shop.test/2");
    }

    private static Document page(String name) throws IOException, URISyntaxException {
        MailCase mail = MailCase.all()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return page(new MailReader(ReadingLimits.TEXT).read(mail.open()));
    }

    private static Document shown(String raw) throws IOException {
        var bytes = new ByteArrayInputStream(("From: a@b.test\r\n" + raw).getBytes(StandardCharsets.UTF_8));
        return page(new MailReader(ReadingLimits.TEXT).read(bytes));
    }

    private static Document page(ReadMail mail) {
        return Jsoup.parse(
                new ShownBody(MailContent.of(mail), number -> "/pictures/" + number, RemotePictures.notShown()).html());
    }
}
