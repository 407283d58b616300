package org.postroom.outbound.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.outbound.compose.Fixture.aReply;
import static org.postroom.outbound.compose.Fixture.fromCustomer;
import static org.postroom.outbound.compose.Fixture.to;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.mail.MessageId;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.directory.HistoryRule;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.mail.Addressee;

class ComposerTest {

    @Test
    void putsTextThenSignatureThenHistory() {
        Letter letter = aReply().letter();

        assertThat(letter.text()).isEqualTo("""
                Bitte den Schalter drücken.

                --\s
                Ada Lovelace

                On Sat, 21 Nov 2026 at 10:15 UTC, Anna Weiß wrote:
                > Es läuft nicht.
                """);
        assertThat(letter.html())
                .containsSubsequence("<b>Schalter</b>", "-- <br>", "Ada Lovelace", "wrote:", "<blockquote", "Es läuft");
        assertThat(letter.signatureIncluded()).isTrue();
        assertThat(letter.historyIncluded()).isTrue();
    }

    @Test
    void leavesTheHistoryOutByTheAddressesRule() {
        Letter letter = aReply().history(HistoryRule.NEVER, true).letter();

        assertThat(letter.text()).doesNotContain("wrote:");
        assertThat(letter.historyIncluded()).isFalse();
    }

    @Test
    void followsTheAgentsChoiceWhereTheAddressLetsTheAgentDecide() {
        assertThat(aReply().history(HistoryRule.AGENT_DECIDES, false).letter().historyIncluded())
                .isFalse();
        assertThat(aReply().history(HistoryRule.AGENT_DECIDES, true).letter().historyIncluded())
                .isTrue();
        assertThat(aReply().history(HistoryRule.AGENT_DECIDES, null).letter().historyIncluded())
                .isTrue();
        assertThat(aReply().history(HistoryRule.ALWAYS, false).letter().historyIncluded())
                .isTrue();
    }

    @Test
    void sendsWithoutSignatureWhereTheAddressHasNone() {
        Letter letter = aReply().signed(null).letter();

        assertThat(letter.text()).doesNotContain("-- ");
        assertThat(letter.signatureIncluded()).isFalse();
    }

    @Test
    void makesTheSignatureSafe() {
        Letter letter = aReply().signed(new Signature("<b onclick=x()>Acme</b><script>x()</script>", "Acme", Map.of()))
                .letter();

        assertThat(letter.html()).contains("<b>Acme</b>").doesNotContain("onclick", "script");
    }

    @Test
    void addsTheHiddenRecipientsToTheEnvelopeUnlessTheyAreNamedAnyway() {
        Letter letter = aReply().hidden("audit@acme.test", "ANNA@customer.test").letter();

        assertThat(letter.recipients())
                .extracting(Addressee::kind)
                .containsExactly(Addressee.Kind.TO, Addressee.Kind.HIDDEN_BCC);
    }

    @Test
    void refusesMoreThanFiftyRecipientsHiddenOnesIncluded() {
        var fifty = IntStream.range(0, 50)
                .mapToObj(number -> to("a" + number + "@customer.test", null))
                .toList();

        assertThat(aReply().recipients(fifty).composition())
                .isEqualTo(new Composition.Refused(
                        "5.5.3", "expected at most 50 recipients, hidden ones included, but got 51"));
        assertThat(aReply().recipients(fifty).hidden().composition()).isInstanceOf(Composition.Composed.class);
    }

    @Test
    void answersTheCustomersNewestMailAndContinuesItsReferences() {
        Letter letter = aReply().after(
                        fromCustomer("first", "first@customer.test", List.of()),
                        new ConversationMail(
                                "ours",
                                false,
                                "ours@acme.test",
                                List.of(),
                                List.of(),
                                "help@acme.test",
                                null,
                                Fixture.NOW,
                                "key"),
                        fromCustomer(
                                "second", "second@customer.test", List.of("first@customer.test", "ours@acme.test")))
                .letter();

        assertThat(letter.inReplyTo()).isEqualTo(new MessageId("second@customer.test"));
        assertThat(letter.references())
                .extracting(MessageId::value)
                .containsExactly("first@customer.test", "ours@acme.test", "second@customer.test");
    }

    @Test
    void buildsTheReferencesFromInReplyToWhereTheCustomersMailHasNone() {
        var mail = new ConversationMail(
                "second",
                true,
                "second@customer.test",
                List.of("ours@acme.test"),
                List.of(),
                "anna@customer.test",
                null,
                Fixture.NOW,
                "key");

        assertThat(aReply().after(mail).letter().references())
                .extracting(MessageId::value)
                .containsExactly("ours@acme.test", "second@customer.test");
    }

    @Test
    void dropsIdentifiersThatCouldNotStandInAHeader() {
        var mail = fromCustomer("bad", "no identifier", List.of("ok@customer.test", "a@b>\r\nBcc: <x@y"));

        Letter letter = aReply().after(mail).letter();

        assertThat(letter.inReplyTo()).isNull();
        assertThat(letter.references()).containsExactly(new MessageId("ok@customer.test"));
    }

    @Test
    void keepsTheFirstAndTheNewestOfManyReferences() {
        List<String> many = IntStream.range(0, 200)
                .mapToObj(number -> "id" + number + "@customer.test")
                .toList();

        List<MessageId> references = aReply().after(fromCustomer("last", "last@customer.test", many))
                .letter()
                .references();

        assertThat(references).hasSize(Parent.LONGEST_CHAIN);
        assertThat(references.getFirst().value()).isEqualTo("id0@customer.test");
        assertThat(references.getLast().value()).isEqualTo("last@customer.test");
    }

    @Test
    void quotesBackToTheMailThatQuotesTheRest() {
        Instant at = Fixture.NOW;

        String text = aReply().quoting(
                        new Quotable("Anna", at, "Still broken.", null),
                        new Quotable("Acme", at, "Try this.\n> It is broken.", null),
                        new Quotable("Anna", at, "It is broken.", null))
                .letter()
                .text();

        assertThat(text)
                .contains("> Still broken.", ">> Try this.", ">>> It is broken.")
                .containsOnlyOnce("It is broken.");
    }

    @Test
    void quotesHtmlSafelyAndAsText() {
        Letter letter = aReply().quoting(
                        new Quotable("Eve", Fixture.NOW, "", "<p>Hi<script>x()</script><img src=http://spy.test></p>"))
                .letter();

        assertThat(letter.html()).contains("<p>Hi</p>").doesNotContain("script", "spy.test");
        assertThat(letter.text()).contains("> Hi");
    }

    @Test
    void escapesTheAuthorsNameInTheQuotation() {
        Letter letter = aReply().quoting(new Quotable("<img src=x>", Fixture.NOW, "Hi", null))
                .letter();

        assertThat(letter.html()).contains("&lt;img src=x&gt;").doesNotContain("<img");
    }

    @Test
    void putsASubjectWithLineBreaksOnOneLine() {
        assertThat(aReply().subject("Hello\r\nBcc: eve@evil.test").letter().subject())
                .isEqualTo("Hello Bcc: eve@evil.test");
    }
}
