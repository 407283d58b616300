package org.postroom.outbound.compose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.directory.HistoryRule;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.outbound.reply.ReplyContent;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** Words for what a reply is composed from. */
public final class Fixture {

    /** The moment of composing. */
    public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private HistoryRule rule = HistoryRule.ALWAYS;
    private Boolean choice;
    private Signature signature = new Signature("<p>{{agent.name}}</p>", "{{agent.name}}", Map.of());
    private String subject = "Re: Läuft nicht";
    private String fromName = "Acme Support";
    private List<EmailAddress> hidden = List.of(EmailAddress.of("audit@acme.test"));
    private List<Addressee> recipients = List.of(to("anna@customer.test", "Anna Weiß"));
    private List<ConversationMail> mails =
            List.of(fromCustomer("first", "first@customer.test", List.of("earlier@customer.test")));
    private List<Quotable> quotables =
            List.of(new Quotable("Anna Weiß", Instant.parse("2026-11-21T10:15:00Z"), "Es läuft nicht.\n", null));

    /** A reply to a customer's mail, from an address with signature, history and hidden Bcc. */
    public static Fixture aReply() {
        return new Fixture();
    }

    /** One To recipient. */
    public static Addressee to(String address, String name) {
        return new Addressee(new Mailbox(EmailAddress.of(address), name), Addressee.Kind.TO);
    }

    /** A mail of the customer. */
    public static ConversationMail fromCustomer(String id, String messageId, List<String> references) {
        return new ConversationMail(
                id, true, messageId, List.of(), references, "anna@customer.test", "Anna Weiß", NOW, "key");
    }

    Fixture history(HistoryRule rule, Boolean choice) {
        this.rule = rule;
        this.choice = choice;
        return this;
    }

    Fixture signed(Signature signature) {
        this.signature = signature;
        return this;
    }

    Fixture subject(String subject) {
        this.subject = subject;
        return this;
    }

    Fixture fromName(String name) {
        this.fromName = name;
        return this;
    }

    Fixture hidden(String... addresses) {
        this.hidden = List.of(addresses).stream().map(EmailAddress::of).toList();
        return this;
    }

    Fixture recipients(List<Addressee> recipients) {
        this.recipients = recipients;
        return this;
    }

    Fixture after(ConversationMail... mails) {
        this.mails = List.of(mails);
        return this;
    }

    Fixture quoting(Quotable... newestFirst) {
        this.quotables = List.of(newestFirst);
        return this;
    }

    Composition composition() {
        var reply = new RequestedReply(
                new OrganisationId("acme"),
                new ReplyId("0190-reply"),
                new InteractionId("interaction"),
                new AgentId("ada"),
                "address",
                recipients,
                subject,
                new StoredMail("acme/content", 1, "00"),
                choice,
                NOW);
        var sender = new SenderAddress(
                EmailAddress.of("help@support.acme.test"),
                new Mailbox(EmailAddress.of("help@support.acme.test"), fromName),
                EmailAddress.of("help@support.acme.test"),
                hidden,
                "queue",
                SenderAddress.SignatureRule.USUAL,
                rule,
                false);
        var content = new ReplyContent("Bitte den Schalter drücken.", "<p>Bitte den <b>Schalter</b> drücken.</p>");
        return Composer.compose(
                new Material(reply, content, sender, signature, Map.of("agent.name", "Ada Lovelace"), mails, quotables),
                NOW);
    }

    /** The composed mail. */
    public Letter letter() {
        return ((Composition.Composed) composition()).letter();
    }
}
