package org.postroom.outbound.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.reply.Draft.DraftRecipient;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.problem.InvalidFieldException;

class DraftRulesTest {

    private static final Interaction INTERACTION = new Interaction(
            new InteractionId("interaction"),
            "conversation",
            "address",
            "queue",
            "anna@customer.test",
            "Anna",
            "Help me",
            "email",
            new AgentId("ada"),
            null);

    @Test
    void answersTheCustomerWhereNobodyIsNamed() {
        var recipients = DraftRules.recipients(draft(null, "text"), INTERACTION, 1);

        assertThat(recipients).singleElement().satisfies(recipient -> {
            assertThat(recipient.mailbox().address().value()).isEqualTo("anna@customer.test");
            assertThat(recipient.mailbox().name()).isEqualTo("Anna");
            assertThat(recipient.kind()).isEqualTo(Addressee.Kind.TO);
        });
    }

    @Test
    void namesTheRecipientThatIsNoAddress() {
        refuses(
                "recipients[1].address",
                () -> DraftRules.recipients(
                        to(
                                new DraftRecipient("anna@customer.test", null, null),
                                new DraftRecipient("nobody", null, "CC")),
                        INTERACTION,
                        0));
    }

    @Test
    void refusesNamesThatWouldBeginAHeader() {
        refuses(
                "recipients[0].name",
                () -> DraftRules.recipients(
                        to(new DraftRecipient("anna@customer.test", "Anna\r\nBcc: eve@evil.test", "TO")),
                        INTERACTION,
                        0));
    }

    @Test
    void refusesHiddenRecipientsOfTheAgentsOwn() {
        refuses(
                "recipients[0].kind",
                () -> DraftRules.recipients(
                        to(new DraftRecipient("anna@customer.test", null, "HIDDEN_BCC")), INTERACTION, 0));
    }

    @Test
    void refusesAReplyWithoutTo() {
        refuses(
                "recipients",
                () -> DraftRules.recipients(to(new DraftRecipient("anna@customer.test", null, "CC")), INTERACTION, 0));
    }

    @Test
    void countsHiddenRecipientsAmongTheFifty() {
        DraftRecipient[] many = IntStream.range(0, 49)
                .mapToObj(number -> new DraftRecipient("a" + number + "@customer.test", null, "TO"))
                .toArray(DraftRecipient[]::new);

        assertThat(DraftRules.recipients(to(many), INTERACTION, 1)).hasSize(49);
        refuses("recipients", () -> DraftRules.recipients(to(many), INTERACTION, 2));
    }

    @ParameterizedTest
    @CsvSource({"Help me,Re: Help me", "Re: Help me,Re: Help me", "RE : Help,RE : Help", "Regarding,Re: Regarding"})
    void answersTheSubjectWhereNoneIsGiven(String asked, String answered) {
        var interaction = new Interaction(
                new InteractionId("i"),
                "c",
                "a",
                "q",
                "anna@customer.test",
                null,
                asked,
                "e",
                new AgentId("ada"),
                null);

        assertThat(DraftRules.subject(draft(" ", "text"), interaction)).isEqualTo(answered);
    }

    @Test
    void refusesSubjectsThatWouldBeginAHeader() {
        refuses("subject", () -> DraftRules.subject(draft("Hi\nBcc: eve@evil.test", "text"), INTERACTION));
        refuses("subject", () -> DraftRules.subject(draft("a".repeat(999), "text"), INTERACTION));
    }

    @Test
    void refusesAnEmptyText() {
        refuses("text", () -> DraftRules.content(draft(null, " \n ")));
        refuses("text", () -> DraftRules.content(new Draft(null, null, null, "<p> </p>", null)));
        refuses("text", () -> DraftRules.content(draft(null, "a".repeat(1_000_001))));
    }

    @Test
    void derivesEachFormFromTheOther() {
        assertThat(DraftRules.content(draft(null, "a < b")).html()).isEqualTo("a &lt; b");
        assertThat(DraftRules.content(new Draft(null, null, null, "<p>Hello <b>you</b></p>", null))
                        .text())
                .isEqualTo("Hello you");
    }

    @Test
    void sanitisesTheAgentsHtml() {
        var content =
                DraftRules.content(new Draft(null, null, "hi", "<p onclick=x()>hi</p><script>x()</script>", null));

        assertThat(content.html()).isEqualTo("<p>hi</p>");
    }

    private static void refuses(String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(InvalidFieldException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.rule()).startsWith("expected ").contains(", but ");
        });
    }

    private static Draft draft(String subject, String text) {
        return new Draft(null, subject, text, null, null);
    }

    private static Draft to(DraftRecipient... recipients) {
        return new Draft(List.of(recipients), null, "text", null, null);
    }
}
